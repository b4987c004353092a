package vn.lienthong.hsm.perform;

import java.security.PublicKey;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Names a key beyond doubt: SHA-256 of its SubjectPublicKeyInfo, as OpenSSL and everybody else can make it too. */
public final class Fingerprint {
    private Fingerprint() {}

    public static Bytes of(PublicKey key) {
        return DigestAlgorithm.SHA256.digest(key.getEncoded()).value();
    }
}
