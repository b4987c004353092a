package vn.lienthong.hsm.perform;

import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** SHA-256 as text. */
final class Digests {
    private Digests() {}

    static String hex(byte[] octets) {
        return DigestAlgorithm.SHA256.digest(octets).value().hex();
    }
}
