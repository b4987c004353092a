/**
 * Signing with a key that only its owner has: the server prepares, the owner's token signs a digest, the server completes.
 * Drives {@code sign.ades}, which knows nothing of it.
 */
@NullMarked
package vn.lienthong.signer.sign.twostep;

import org.jspecify.annotations.NullMarked;
