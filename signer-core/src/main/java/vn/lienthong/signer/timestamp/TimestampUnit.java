package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.token.CertifiedKey;

/** Signs the timestamps of one policy, with the first of its keys that can. Thread-safe. Source: RFC 3161 §2.4.2. */
final class TimestampUnit {
    private final PolicyKeys keys;
    private final TstInfoTemplate template;
    private final CmsSigner signer;

    TimestampUnit(PolicyKeys keys, CmsSigner signer) {
        this.keys = keys;
        this.template = new TstInfoTemplate(keys.policy());
        this.signer = signer;
    }

    TimestampPolicy policy() {
        return keys.policy();
    }

    boolean hasKeyAt(Instant time) {
        return keys.keys().stream().anyMatch(key -> isValid(key, time));
    }

    /**
     * A number is used by one token alone: where a key fails, none was made. A key whose token is down costs nothing, for the
     * token's breaker answers at once.
     */
    TimestampAnswer issue(TimestampQuery query, Instant genTime, BigInteger serialNumber) {
        byte[] tstInfo = template.tstInfo(query, genTime, serialNumber);
        String detail = "no key of this policy has a certificate for this time";
        for (CertifiedKey key : keys.keys()) {
            if (!isValid(key, genTime)) {
                continue;
            }
            switch (sign(key, tstInfo, query.certReq())) {
                case CmsOutcome.Signed signed -> {
                    return new TimestampAnswer.Issued(
                            TimestampResponses.granted(signed.contentInfo()),
                            new TimestampToken(signed.contentInfo(), query.messageImprint(), genTime, serialNumber));
                }
                case CmsOutcome.Refused _ -> detail = "the key refused to sign";
                case CmsOutcome.TokenDown _ -> detail = "the key cannot be used now";
            }
        }
        return TimestampResponses.rejected(PkiFailure.SYSTEM_FAILURE, detail);
    }

    private CmsOutcome sign(CertifiedKey key, byte[] tstInfo, boolean certReq) {
        CmsContent content = CmsContent.embedded(
                PKCSObjectIdentifiers.id_ct_TSTInfo, tstInfo, key.scheme().digest());
        // RFC 3161 §2.4.1: without certReq the answer holds no certificate.
        return signer.sign(key, content, Optional.empty(), certReq ? key.chain() : List.of());
    }

    private static boolean isValid(CertifiedKey key, Instant time) {
        return !time.isBefore(key.certificate().getNotBefore().toInstant())
                && !time.isAfter(key.certificate().getNotAfter().toInstant());
    }
}
