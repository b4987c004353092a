/** Accepting dispatches durably, beside bare inserts of the same rows and files. Imports demo, http, measure, scene, server. */
@NullMarked
package vn.lienthong.bench.exchange;

import org.jspecify.annotations.NullMarked;
