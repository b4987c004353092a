package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Our algorithms in DSS's words. */
public final class DssAlgorithms {
    private DssAlgorithms() {}

    public static DigestAlgorithm digest(SignatureScheme scheme) {
        return DigestAlgorithm.forOID(scheme.digest().oid());
    }

    public static EncryptionAlgorithm encryption(SignatureScheme scheme) {
        return switch (scheme.keyKind()) {
            case EC -> EncryptionAlgorithm.ECDSA;
            case ED25519 -> EncryptionAlgorithm.EDDSA;
            case RSA -> scheme.isPss() ? EncryptionAlgorithm.RSASSA_PSS : EncryptionAlgorithm.RSA;
        };
    }

    public static SignatureAlgorithm signature(SignatureScheme scheme) {
        return SignatureAlgorithm.getAlgorithm(encryption(scheme), digest(scheme));
    }
}
