package vn.lienthong.signer.validate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One RFC 3161 timestamp.
 *
 * @param genTime the time that it states
 * @param indication Indication of EN 319 102-1, such as {@code PASSED}
 * @param subIndication SubIndication of EN 319 102-1; empty when passed
 */
public record TimestampFacts(
        String id,
        Verdict verdict,
        String type,
        Instant genTime,
        Optional<CertificateFacts> authority,
        String indication,
        String subIndication,
        List<Finding> findings) {
    public TimestampFacts {
        findings = List.copyOf(findings);
    }
}
