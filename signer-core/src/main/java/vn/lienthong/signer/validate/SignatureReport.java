package vn.lienthong.signer.validate;

import java.time.Instant;
import java.util.List;

/**
 * The verdict on a document, with its reasons.
 *
 * @param verdict the worst of all signatures, timestamps and findings
 * @param validatedAt the time for which it was judged
 * @param policy name of the policy by which it was judged
 * @param signatures in the order in which they were made; none only if a finding says why none could be looked at
 * @param documentTimestamps timestamps that stand for themselves, such as a PDF's archive timestamps
 * @param findings what concerns the document as a whole
 */
public record SignatureReport(
        Verdict verdict,
        DocumentFormat format,
        Instant validatedAt,
        String policy,
        List<SignatureFacts> signatures,
        List<TimestampFacts> documentTimestamps,
        List<Finding> findings) {
    public SignatureReport {
        signatures = List.copyOf(signatures);
        documentTimestamps = List.copyOf(documentTimestamps);
        findings = List.copyOf(findings);
    }
}
