/** Seals tree heads with a key in a token and a timestamp. Imports {@code evidence}, {@code cms}, {@code timestamp}, {@code token}. */
@NullMarked
package vn.lienthong.signer.evidence.sealing;

import org.jspecify.annotations.NullMarked;
