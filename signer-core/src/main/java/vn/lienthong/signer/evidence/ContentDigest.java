package vn.lienthong.signer.evidence;

import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * The identity of a document's octets.
 *
 * @param length in octets
 */
public record ContentDigest(Sha256Hash sha256, long length) {
    public ContentDigest {
        if (length < 0) {
            throw new IllegalArgumentException("no content has a negative length");
        }
    }
}
