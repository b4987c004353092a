package vn.lienthong.signer.algorithm;

import java.util.Arrays;
import java.util.Optional;

/**
 * A signature algorithm with its digest, as signatures made here name it.
 *
 * <p>PSS uses MGF1 with the same digest and a salt as long as the digest. ECDSA signatures travel as the DER sequence
 * of X9.62, not as the raw pair that PKCS#11 returns.
 *
 * <p>Source: RFC 8017, RFC 5758, RFC 8032; Circular 15/2025/TT-BKHCN, Annex I.
 */
public enum SignatureScheme {
    RSA_PKCS1_SHA256(KeyKind.RSA, DigestAlgorithm.SHA256, "SHA256withRSA"),
    RSA_PKCS1_SHA384(KeyKind.RSA, DigestAlgorithm.SHA384, "SHA384withRSA"),
    RSA_PKCS1_SHA512(KeyKind.RSA, DigestAlgorithm.SHA512, "SHA512withRSA"),
    RSA_PSS_SHA256(KeyKind.RSA, DigestAlgorithm.SHA256, "RSASSA-PSS"),
    RSA_PSS_SHA384(KeyKind.RSA, DigestAlgorithm.SHA384, "RSASSA-PSS"),
    RSA_PSS_SHA512(KeyKind.RSA, DigestAlgorithm.SHA512, "RSASSA-PSS"),
    ECDSA_SHA256(KeyKind.EC, DigestAlgorithm.SHA256, "SHA256withECDSA"),
    ECDSA_SHA384(KeyKind.EC, DigestAlgorithm.SHA384, "SHA384withECDSA"),
    ECDSA_SHA512(KeyKind.EC, DigestAlgorithm.SHA512, "SHA512withECDSA"),
    /** RFC 9688, as the four after it; PSS with SHA-3 is missing, for no token here has it. */
    RSA_PKCS1_SHA3_256(KeyKind.RSA, DigestAlgorithm.SHA3_256, "SHA3-256withRSA"),
    RSA_PKCS1_SHA3_384(KeyKind.RSA, DigestAlgorithm.SHA3_384, "SHA3-384withRSA"),
    RSA_PKCS1_SHA3_512(KeyKind.RSA, DigestAlgorithm.SHA3_512, "SHA3-512withRSA"),
    ECDSA_SHA3_256(KeyKind.EC, DigestAlgorithm.SHA3_256, "SHA3-256withECDSA"),
    ECDSA_SHA3_384(KeyKind.EC, DigestAlgorithm.SHA3_384, "SHA3-384withECDSA"),
    ECDSA_SHA3_512(KeyKind.EC, DigestAlgorithm.SHA3_512, "SHA3-512withECDSA"),
    /** PureEdDSA: the digest is the one that goes with it where a format wants one (RFC 8419 §3). */
    ED25519(KeyKind.ED25519, DigestAlgorithm.SHA512, "Ed25519");

    /** The kind of key that a scheme needs. */
    public enum KeyKind {
        RSA,
        EC,
        ED25519
    }

    private final KeyKind keyKind;
    private final DigestAlgorithm digest;
    private final String jcaName;

    SignatureScheme(KeyKind keyKind, DigestAlgorithm digest, String jcaName) {
        this.keyKind = keyKind;
        this.digest = digest;
        this.jcaName = jcaName;
    }

    public KeyKind keyKind() {
        return keyKind;
    }

    public DigestAlgorithm digest() {
        return digest;
    }

    /** The name by which the JDK's {@code Signature} verifies it; PSS wants its parameters set besides. */
    public String jcaName() {
        return jcaName;
    }

    /** The scheme of the same kind of key and the same padding with another digest; empty if there is none. */
    public Optional<SignatureScheme> with(DigestAlgorithm other) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.keyKind == keyKind && scheme.isPss() == isPss() && scheme.digest == other)
                .findFirst();
    }

    /** Whether the token is given the message itself: it is hashed twice, each time with something of the key (RFC 8032 §5.1.6). */
    public boolean isOverMessage() {
        return keyKind == KeyKind.ED25519;
    }

    public boolean isPss() {
        return jcaName.equals("RSASSA-PSS");
    }
}
