package vn.lienthong.signer.validate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One signature and what it is worth. Holds what Circular 15/2025/TT-BKHCN, Article 6, wants shown: issuer, signer,
 * managing unit, signing time or timestamp, integrity, validity at signing time, validity period of the certificate.
 *
 * @param id stable within the document
 * @param indication Indication of EN 319 102-1: {@code TOTAL_PASSED}, {@code TOTAL_FAILED} or {@code INDETERMINATE}
 * @param subIndication SubIndication of EN 319 102-1; empty when passed
 * @param level such as {@code PAdES-BASELINE-T}
 * @param signer empty if no certificate could be told to be the signer's
 * @param chain certificates from signer to trust anchor, as far as they were found
 * @param claimedSigningTime what the signer says; proves nothing
 * @param bestSignatureTime the earliest time at which the signature is proven to have existed; the time of judging if no
 *     timestamp proves more
 * @param intact whether signed data and signature match each other
 * @param certificateValidAtSigning whether best signature time lies in the certificate's validity period
 * @param algorithm such as {@code RSA-2048 with SHA256}
 * @param scopes what it signs: whole document, revision, file names
 */
public record SignatureFacts(
        String id,
        Verdict verdict,
        String indication,
        String subIndication,
        String level,
        Optional<CertificateFacts> signer,
        List<CertificateFacts> chain,
        Optional<Instant> claimedSigningTime,
        Instant bestSignatureTime,
        boolean intact,
        boolean certificateValidAtSigning,
        String algorithm,
        List<String> scopes,
        List<TimestampFacts> timestamps,
        List<Finding> findings) {
    public SignatureFacts {
        chain = List.copyOf(chain);
        scopes = List.copyOf(scopes);
        timestamps = List.copyOf(timestamps);
        findings = List.copyOf(findings);
    }
}
