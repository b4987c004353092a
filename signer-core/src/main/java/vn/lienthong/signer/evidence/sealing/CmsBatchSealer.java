package vn.lienthong.signer.evidence.sealing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampToken;
import vn.lienthong.signer.token.CertifiedKey;

/** Seals with CAdES-BASELINE-B: one signature by the log's key, one timestamp over it. Thread-safe. */
public final class CmsBatchSealer implements BatchSealer {
    /** What a refusal waits for is an operator: there is no point in asking more often. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final CmsSigner signer;
    private final CertifiedKey key;
    private final TimestampSource timestamps;

    public CmsBatchSealer(CmsSigner signer, CertifiedKey key, TimestampSource timestamps) {
        this.signer = signer;
        this.key = key;
        this.timestamps = timestamps;
    }

    @Override
    public SealingOutcome seal(Bytes head) {
        CmsContent content = CmsContent.detached(key.scheme().digest().digest(head.toArray()));
        return switch (signer.sign(key, content, Optional.empty(), key.chain())) {
            case CmsOutcome.Signed signed -> timestamp(head, signed.contentInfo());
            case CmsOutcome.Refused refused -> new SealingOutcome.Unavailable(AFTER_REFUSAL, refused.detail());
            case CmsOutcome.TokenDown down -> new SealingOutcome.Unavailable(down.retryAfter(), down.detail());
        };
    }

    private SealingOutcome timestamp(Bytes head, Bytes seal) {
        return switch (timestamps.timestamp(DigestAlgorithm.SHA256.digest(seal.toArray()))) {
            case TimestampOutcome.Granted granted -> sealed(head, seal, granted.token());
            case TimestampOutcome.Rejected rejected ->
                new SealingOutcome.Unavailable(AFTER_REFUSAL, rejected.failInfo() + ": " + rejected.detail());
            case TimestampOutcome.TimestampDown down ->
                new SealingOutcome.Unavailable(down.retryAfter(), down.detail());
        };
    }

    private SealingOutcome sealed(Bytes head, Bytes seal, TimestampToken token) {
        try {
            Set<X509Certificate> certificates = new LinkedHashSet<>(key.chain());
            certificates.addAll(certificatesIn(token.der()));
            return new SealingOutcome.Sealed(new SealedHead(head, seal, token.der()), List.copyOf(certificates));
        } catch (CMSException | CertificateException | IOException e) {
            return new SealingOutcome.Unavailable(AFTER_REFUSAL, "the timestamp's certificates cannot be read");
        }
    }

    private static List<X509Certificate> certificatesIn(Bytes token)
            throws CMSException, CertificateException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder :
                new CMSSignedData(token.toArray()).getCertificates().getMatches(null)) {
            certificates.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
        return certificates;
    }
}
