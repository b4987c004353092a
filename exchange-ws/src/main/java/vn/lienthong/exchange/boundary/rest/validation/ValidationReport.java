package vn.lienthong.exchange.boundary.rest.validation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The verdict on a document, with its reasons. */
@Schema(
        name = "ValidationReport",
        description = "Only verdict VALID is a yes. Holds what Circular 15/2025/TT-BKHCN, Article 6, wants shown")
record ValidationReport(
        @Schema(required = true, description = "Whether the document holds a signature or timestamp at all")
        boolean signed,

        @Schema(
                required = true,
                enumeration = {"VALID", "INVALID", "INDETERMINATE"},
                description =
                        "The worst of all signatures, timestamps and findings; INDETERMINATE where nothing is signed")
        String verdict,

        @Schema(required = true, description = "The verdict in words, in the language asked for", examples = "Hợp lệ")
        String verdictText,

        @Schema(
                required = true,
                enumeration = {"PDF", "XML", "CMS", "JWS", "ASIC"})
        String format,

        @Schema(required = true, description = "SHA-256 of the document, lower-case hexadecimal")
        String sha256,

        @Schema(description = "The time for which it was judged; missing where nothing is signed", nullable = true)
        @Nullable Instant validatedAt,

        @Schema(description = "The policy by which it was judged", nullable = true) @Nullable String policy,

        @Schema(required = true) int signatureCount,

        @Schema(required = true) int validSignatureCount,

        @Schema(required = true, description = "In the order in which they were made")
        List<SignatureView> signatures,

        @Schema(required = true, description = "Timestamps that stand for themselves")
        List<TimestampView> documentTimestamps,

        @Schema(required = true, description = "What concerns the document as a whole")
        List<FindingView> findings) {

    /** One thing that was found. */
    @Schema(name = "ValidationFinding")
    record FindingView(
            @Schema(required = true, description = "Stable", examples = "CHANGED_AFTER_SIGNING")
            String code,

            @Schema(
                    required = true,
                    enumeration = {"VALID", "INVALID", "INDETERMINATE"},
                    description = "The verdict that it allows at best")
            String worth,

            @Schema(required = true, description = "In the language asked for")
            String text,

            @Schema(required = true, description = "A name, a number or the engine's own English words; may be empty")
            String detail) {}

    /** A certificate. */
    @Schema(name = "Certificate")
    record CertificateView(
            @Schema(required = true) String commonName,

            @Schema(required = true, description = "The agency or unit; may be empty")
            String organization,

            @Schema(required = true, description = "Distinguished name, RFC 4514")
            String subject,

            @Schema(required = true, description = "Distinguished name, RFC 4514")
            String issuer,

            @Schema(required = true) String issuerCommonName,

            @Schema(required = true, description = "Hexadecimal")
            String serialNumber,

            @Schema(required = true) Instant notBefore,

            @Schema(required = true) Instant notAfter,

            @Schema(required = true, description = "SHA-256 of the DER encoding")
            String sha256) {}

    /** A timestamp. */
    @Schema(name = "ValidatedTimestamp")
    record TimestampView(
            @Schema(required = true) String id,

            @Schema(
                    required = true,
                    enumeration = {"VALID", "INVALID", "INDETERMINATE"})
            String verdict,

            @Schema(required = true) String type,

            @Schema(required = true) Instant genTime,

            @Schema(nullable = true) @Nullable CertificateView authority,

            @Schema(required = true, description = "EN 319 102-1")
            String indication,

            @Schema(required = true, description = "EN 319 102-1; empty when passed")
            String subIndication,

            @Schema(required = true) List<FindingView> findings) {}

    /** A signature and what it is worth. */
    @Schema(name = "ValidatedSignature")
    record SignatureView(
            @Schema(required = true) String id,

            @Schema(
                    required = true,
                    enumeration = {"VALID", "INVALID", "INDETERMINATE"})
            String verdict,

            @Schema(required = true, description = "EN 319 102-1", examples = "TOTAL_PASSED")
            String indication,

            @Schema(required = true, description = "EN 319 102-1; empty when passed")
            String subIndication,

            @Schema(required = true, examples = "PAdES-BASELINE-T")
            String level,

            @Schema(nullable = true) @Nullable CertificateView signer,

            @Schema(required = true, description = "From signer to trust anchor")
            List<CertificateView> chain,

            @Schema(nullable = true, description = "What the signer says; proves nothing") @Nullable Instant claimedSigningTime,

            @Schema(required = true, description = "The earliest time at which it is proven to have existed")
            Instant bestSignatureTime,

            @Schema(required = true) boolean intact,

            @Schema(required = true) boolean certificateValidAtSigning,

            @Schema(required = true, examples = "RSA-2048 with SHA256")
            String algorithm,

            @Schema(required = true, description = "What it signs")
            List<String> scopes,

            @Schema(required = true) List<TimestampView> timestamps,

            @Schema(required = true) List<FindingView> findings) {}
}
