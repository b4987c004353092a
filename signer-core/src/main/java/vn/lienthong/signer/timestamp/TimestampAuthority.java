package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Issues timestamps with one key. Thread-safe; keeps no state but the newest time that it gave out.
 *
 * <p>Give it an RSA PKCS#1 or ECDSA key: {@code openssl ts} 3.0 cannot verify a timestamp that is signed with PSS.
 *
 * <p>Source: RFC 3161, RFC 5816.
 */
public final class TimestampAuthority {
    private final TimestampPolicy policy;
    private final TstInfoTemplate template;
    private final CertifiedKey key;
    private final CmsSigner signer;
    private final SerialNumberSource serialNumbers;
    private final Clock clock;
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

    /**
     * An authority that issues at once.
     *
     * @throws IllegalArgumentException if the certificate is not one for time-stamping alone (RFC 3161 §2.3)
     */
    public TimestampAuthority(
            TimestampPolicy policy,
            CertifiedKey key,
            SigningToken token,
            SerialNumberSource serialNumbers,
            Clock clock) {
        if (!TimestampCertificate.isForTimeStampingAlone(key.certificate())) {
            throw new IllegalArgumentException(
                    "the TSA's certificate needs the critical extended key usage timeStamping and no other");
        }
        this.policy = policy;
        this.template = new TstInfoTemplate(policy);
        this.key = key;
        this.signer = new CmsSigner(token);
        this.serialNumbers = serialNumbers;
        this.clock = clock;
    }

    /** The answer holds a well-formed TimeStampResp, whatever {@code request} is. */
    public TimestampAnswer respond(byte[] request) {
        return switch (QueryReader.read(request, policy.oid())) {
            case QueryReader.Reading.Faulty faulty -> rejected(faulty.failInfo(), faulty.detail());
            case QueryReader.Reading.Accepted accepted -> issue(accepted.query());
        };
    }

    /** The answer to a request that came in another form than RFC 3161's; as {@link #respond(byte[])}. */
    public TimestampAnswer respond(Digest messageImprint, Optional<BigInteger> nonce, boolean certReq) {
        return issue(new TimestampQuery(messageImprint, Optional.empty(), nonce, certReq));
    }

    TimestampAnswer issue(TimestampQuery query) {
        Instant genTime = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!isPlausible(genTime)) {
            return rejected(PkiFailure.TIME_NOT_AVAILABLE, "the clock is not to be trusted now");
        }
        BigInteger serialNumber = serialNumbers.next();
        CmsContent content = CmsContent.embedded(
                PKCSObjectIdentifiers.id_ct_TSTInfo,
                template.tstInfo(query, genTime, serialNumber),
                key.scheme().digest());
        // RFC 3161 §2.4.1: without certReq the answer holds no certificate.
        return switch (signer.sign(key, content, Optional.empty(), query.certReq() ? key.chain() : List.of())) {
            case CmsOutcome.Signed signed ->
                new TimestampAnswer.Issued(
                        TimestampResponses.granted(signed.contentInfo()),
                        new TimestampToken(signed.contentInfo(), query.messageImprint(), genTime, serialNumber));
            case CmsOutcome.Refused refused -> rejected(PkiFailure.SYSTEM_FAILURE, "the key refused to sign");
            case CmsOutcome.TokenDown down -> rejected(PkiFailure.SYSTEM_FAILURE, "the key cannot be used now");
        };
    }

    /** While the certificate is valid, and not before what was given out already by more than the accuracy promised. */
    private boolean isPlausible(Instant now) {
        if (now.isBefore(key.certificate().getNotBefore().toInstant())
                || now.isAfter(key.certificate().getNotAfter().toInstant())) {
            return false;
        }
        Instant before = newest.getAndAccumulate(now, (a, b) -> a.isAfter(b) ? a : b);
        return !before.isAfter(now.plus(policy.accuracy()));
    }

    private static TimestampAnswer rejected(PkiFailure failInfo, String detail) {
        return new TimestampAnswer.Rejected(TimestampResponses.rejection(failInfo, detail), failInfo, detail);
    }
}
