package vn.lienthong.signer.sign;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * What a certificate must be before anything is signed with its key.
 *
 * <p>Source: Circular 15/2025/TT-BKHCN, article 5 and Annex I.
 */
public final class CertificateGate {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int NOT_A_CA = -1;

    private CertificateGate() {}

    /** Why this key must not sign at {@code signingTime}, or empty if it may. */
    public static Optional<Refused> refusal(CertifiedKey key, Instant signingTime) {
        X509Certificate certificate = key.certificate();
        if (signingTime.isBefore(certificate.getNotBefore().toInstant())) {
            return refused(
                    SignRefusal.CERTIFICATE_NOT_YET_VALID,
                    "valid from " + certificate.getNotBefore().toInstant());
        }
        if (signingTime.isAfter(certificate.getNotAfter().toInstant())) {
            return refused(
                    SignRefusal.CERTIFICATE_EXPIRED,
                    "valid until " + certificate.getNotAfter().toInstant());
        }
        if (!maySignDocuments(certificate)) {
            return refused(SignRefusal.CERTIFICATE_KEY_USAGE, "the certificate is not one for signing documents");
        }
        return keyRefusal(key, certificate.getPublicKey());
    }

    /** RFC 5280 §4.2.1.3: without the extension every use is allowed. */
    private static boolean maySignDocuments(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean allowed = usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
        return allowed && certificate.getBasicConstraints() == NOT_A_CA;
    }

    private static Optional<Refused> keyRefusal(CertifiedKey key, PublicKey publicKey) {
        return switch (publicKey) {
            case RSAKey rsa
            when key.scheme().keyKind() == KeyKind.RSA -> weak(rsa.getModulus().bitLength(), LEAST_RSA_BITS);
            case ECKey ec
            when key.scheme().keyKind() == KeyKind.EC ->
                weak(ec.getParams().getCurve().getField().getFieldSize(), LEAST_EC_BITS);
            case EdECKey ed
            when key.scheme().keyKind() == KeyKind.ED25519
                    && ed.getParams().getName().equals("Ed25519") -> Optional.empty();
            default ->
                refused(SignRefusal.KEY_CERTIFICATE_MISMATCH, key.scheme() + " is no scheme for this certificate");
        };
    }

    private static Optional<Refused> weak(int bits, int least) {
        return bits < least
                ? refused(SignRefusal.KEY_TOO_WEAK, "a key of " + bits + " bits; the law asks for " + least)
                : Optional.empty();
    }

    private static Optional<Refused> refused(SignRefusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
