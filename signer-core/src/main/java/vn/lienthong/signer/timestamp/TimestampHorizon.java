package vn.lienthong.signer.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * Until when a timestamp can be relied on: the end of its authority's certificate, or of the algorithm with which it is
 * signed, whichever comes first. What it protects has to have another one by then.
 *
 * <p>Source: RFC 3161 §4 (2) and (4); ETSI EN 319 102-1 §4.3.7.
 */
public final class TimestampHorizon {
    /** RSA with PKCS #1 v1.5 of any size, and RSA-PSS below 3000 bits. Source: ETSI TS 119 312 V1.5.1, Table 1 to 3. */
    private static final Instant RSA_LEGACY_END = Instant.parse("2029-01-01T00:00:00Z");

    private static final int RSA_RECOMMENDED = 3000;

    private TimestampHorizon() {}

    /**
     * The horizon of a token that holds its authority's certificate; empty if it does not.
     *
     * @throws IllegalArgumentException if it is no timestamp token
     */
    public static Optional<Instant> of(TimestampToken token) {
        try {
            CMSSignedData cms = new CMSSignedData(token.der().toArray());
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            Optional<X509CertificateHolder> found =
                    cms.getCertificates().getMatches(signer.getSID()).stream().findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            X509Certificate certificate = certificate(found.get());
            Instant end = certificate.getNotAfter().toInstant();
            Instant algorithm = algorithmEnd(signer, certificate.getPublicKey()).orElse(end);
            return Optional.of(algorithm.isBefore(end) ? algorithm : end);
        } catch (CMSException | CertificateException | IOException e) {
            throw new IllegalArgumentException("no timestamp token", e);
        }
    }

    private static Optional<Instant> algorithmEnd(SignerInformation signer, PublicKey key) {
        if (!(key instanceof RSAKey rsa)) {
            return Optional.empty();
        }
        boolean pss = PKCSObjectIdentifiers.id_RSASSA_PSS.getId().equals(signer.getEncryptionAlgOID());
        boolean recommended = pss && rsa.getModulus().bitLength() >= RSA_RECOMMENDED;
        return recommended ? Optional.empty() : Optional.of(RSA_LEGACY_END);
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
