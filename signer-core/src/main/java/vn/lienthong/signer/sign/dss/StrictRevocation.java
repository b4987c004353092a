package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.RevocationDataVerifier;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Which revocation data goes into a signature: made with accepted algorithms by an authority that is itself not revoked, and
 * not past its next update. DSS asks besides that the authority's certificate names where its own status is; a list that
 * was given as a file serves as well.
 *
 * <p>Source: RFC 5280 §6.3; Circular 15/2025/TT-BKHCN, Annex I.
 */
final class StrictRevocation extends RevocationDataVerifier {
    /** id-pkix-ocsp-nocheck, ext-etsi-valassured-ST-certs, noRevAvail: certificates that say that they are not revoked. */
    private static final List<String> NO_STATUS = List.of("1.3.6.1.5.5.7.48.1.5", "0.4.0.194121.2.1", "2.5.29.56");

    StrictRevocation() {
        setAcceptableDigestAlgorithms(List.of(
                DigestAlgorithm.SHA256,
                DigestAlgorithm.SHA384,
                DigestAlgorithm.SHA512,
                DigestAlgorithm.SHA3_256,
                DigestAlgorithm.SHA3_384,
                DigestAlgorithm.SHA3_512));
        setAcceptableEncryptionAlgorithmKeyLength(Map.of(
                EncryptionAlgorithm.RSA, 2048, EncryptionAlgorithm.RSASSA_PSS, 2048, EncryptionAlgorithm.ECDSA, 256));
        setRevocationSkipCertificateExtensions(NO_STATUS);
        setCheckRevocationFreshnessNextUpdate(true);
    }

    @Override
    protected boolean isCertificateValid(
            CertificateToken certificate, Collection<CertificateToken> chain, Date controlTime) {
        return isRevocationDataSkip(certificate, controlTime)
                || isCertificateNotRevoked(certificate, chain, controlTime);
    }
}
