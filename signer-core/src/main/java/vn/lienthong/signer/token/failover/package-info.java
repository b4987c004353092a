/**
 * Several places that hold the same keys behind one token, and whether each of them really signs. Imports {@code algorithm}
 * and {@code token}; what a place is made of is none of its business.
 */
@NullMarked
package vn.lienthong.signer.token.failover;

import org.jspecify.annotations.NullMarked;
