/** Validating signed documents, beside bare DSS. Imports dss, measure, sample, scene. */
@NullMarked
package vn.lienthong.bench.verify;

import org.jspecify.annotations.NullMarked;
