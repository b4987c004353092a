package vn.lienthong.signer.evidence;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * Random octets that keep an entry's text from being guessed out of its leaf hash, which travels in the proofs of other
 * entries.
 *
 * @param value exactly 32 octets, from a secure random source, used for one entry
 */
public record Salt(Bytes value) {
    public static final int LENGTH = 32;

    public Salt {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("a salt has 32 octets, not " + value.length());
        }
    }
}
