/**
 * RFC 3161 on both sides: the authority that issues timestamps, and the sources that are asked for them. May import
 * {@code algorithm}, {@code token} and {@code cms}.
 */
@NullMarked
package vn.lienthong.signer.timestamp;

import org.jspecify.annotations.NullMarked;
