package vn.lienthong.exchange.infrastructure.signer;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.verify.UsableSeal;
import vn.lienthong.signer.sign.cades.CmsSeal;
import vn.lienthong.signer.strict.PlainCms;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * Seals tree heads with the log's key in the token, and has each seal timestamped; both are brought into their one form
 * before anybody relies on them. Thread-safe.
 */
public final class LogSealer implements BatchSealer {
    /** A key that refuses is mended by a person; asking once a minute neither hurts nor misses the moment. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final CmsSeal seal;
    private final TimestampSource timestamps;
    private final List<CertifiedKey> tsa;

    /** @param tsa the keys one of which signs each timestamp: their chains go into evidence files beside the sealer's */
    public LogSealer(CmsSeal seal, TimestampSource timestamps, List<CertifiedKey> tsa) {
        this.seal = seal;
        this.timestamps = timestamps;
        this.tsa = List.copyOf(tsa);
    }

    @Override
    public SealingOutcome seal(Bytes head) {
        return switch (seal.seal(head.toArray())) {
            case CmsOutcome.Signed signed ->
                PlainCms.of(signed.contentInfo().toArray(), Inside.PATH)
                        .map(plain -> timestamp(head, plain))
                        .orElseGet(LogSealer::unusable);
            case CmsOutcome.Refused refused -> new SealingOutcome.Unavailable(AFTER_REFUSAL, refused.detail());
            case CmsOutcome.TokenDown down -> new SealingOutcome.Unavailable(down.retryAfter(), down.detail());
        };
    }

    private SealingOutcome timestamp(Bytes head, Bytes cms) {
        return switch (timestamps.timestamp(DigestAlgorithm.SHA256.digest(cms.toArray()))) {
            case TimestampOutcome.Granted granted ->
                PlainCms.of(granted.token().der().toArray(), Inside.SIGNER)
                        .map(token -> sealed(new SealedHead(head, cms, token)))
                        .orElseGet(LogSealer::unusable);
            case TimestampOutcome.Rejected rejected -> new SealingOutcome.Unavailable(AFTER_REFUSAL, rejected.detail());
            case TimestampOutcome.TimestampDown down ->
                new SealingOutcome.Unavailable(down.retryAfter(), down.detail());
        };
    }

    private SealingOutcome sealed(SealedHead sealed) {
        return UsableSeal.is(sealed) ? new SealingOutcome.Sealed(sealed, certificates(sealed.timestamp())) : unusable();
    }

    /** Better unsealed for a while than sealed in a way that no verifier accepts. */
    private static SealingOutcome unusable() {
        return new SealingOutcome.Unavailable(AFTER_REFUSAL, "no verifier would accept this seal or timestamp");
    }

    /** Of the timestamp's keys only the one that signed: an evidence file holds nothing that no check needs. */
    private List<X509Certificate> certificates(Bytes timestamp) {
        List<X509Certificate> all = new ArrayList<>(seal.key().chain());
        tsa.stream()
                .filter(key -> TimestampSigner.is(key.certificate(), timestamp))
                .limit(1)
                .flatMap(key -> key.chain().stream())
                .filter(certificate -> !all.contains(certificate))
                .forEach(all::add);
        return all;
    }
}
