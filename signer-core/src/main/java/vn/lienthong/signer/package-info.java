/** The signer: a plain library with no Jakarta EE in it. Each package below is one step of the way of a signature. */
@NullMarked
package vn.lienthong.signer;

import org.jspecify.annotations.NullMarked;
