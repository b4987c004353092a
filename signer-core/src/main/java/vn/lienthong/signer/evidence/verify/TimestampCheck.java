package vn.lienthong.signer.evidence.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.trust.CertificatePath;

/** The RFC 3161 token over a seal. */
final class TimestampCheck {
    private TimestampCheck() {}

    /** A token that holds: when, and by whose certificate. */
    record Stamped(Instant genTime, X509Certificate authority) {}

    /**
     * What the token proves if it is one SignedData in its one form, its imprint is SHA-256 over {@code seal}, its signature holds,
     * its signing-certificate-v2 names its certificate, and that was valid at genTime and has the one critical purpose
     * timeStamping; empty otherwise.
     *
     * <p>Source: RFC 3161 §2.3, §2.4.2; RFC 5816.
     */
    static Optional<Stamped> stamped(Bytes seal, Bytes token) {
        if (!OneForm.is(token, Inside.SIGNER)) {
            return Optional.empty();
        }
        try {
            TimeStampToken timestamp = new TimeStampToken(new CMSSignedData(token.toArray()));
            Collection<X509CertificateHolder> matches =
                    timestamp.getCertificates().getMatches(timestamp.getSID());
            DigestAlgorithm sha256 = DigestAlgorithm.SHA256;
            boolean imprint = timestamp
                            .getTimeStampInfo()
                            .getMessageImprintAlgOID()
                            .getId()
                            .equals(sha256.oid())
                    && sha256.digest(seal.toArray())
                            .value()
                            .equals(Bytes.of(timestamp.getTimeStampInfo().getMessageImprintDigest()));
            String signatureDigest = timestamp
                    .toCMSSignedData()
                    .getSignerInfos()
                    .iterator()
                    .next()
                    .getDigestAlgOID();
            if (!imprint
                    || matches.size() != 1
                    || timestamp.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) == null
                    || DigestAlgorithm.sha2OfOid(signatureDigest).isEmpty()) {
                return Optional.empty();
            }
            X509CertificateHolder holder = matches.iterator().next();
            timestamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
            X509Certificate authority = new JcaX509CertificateConverter().getCertificate(holder);
            return CertificatePath.hasStrongKey(authority)
                    ? Optional.of(new Stamped(
                            timestamp.getTimeStampInfo().getGenTime().toInstant(), authority))
                    : Optional.empty();
        } catch (TSPException
                | CMSException
                | CertificateException
                | OperatorCreationException
                | IOException
                | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return Optional.empty();
        }
    }
}
