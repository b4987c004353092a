/** Measures the server against its physical limits, in one run, as ratios. A client of its front doors, and of the signer. */
@NullMarked
package vn.lienthong.bench;

import org.jspecify.annotations.NullMarked;
