/** EU DSS as its own documentation uses it, with nothing of ours but the key: what our own code is measured beside. */
@NullMarked
package vn.lienthong.bench.dss;

import org.jspecify.annotations.NullMarked;
