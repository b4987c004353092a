package vn.lienthong.exchange.boundary.rest.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A failure as it is answered. Source: RFC 9457. */
@Schema(
        name = "Problem",
        description = "A failure (RFC 9457). `code` is stable; the texts are in the language asked for.")
public record Problem(
        @Schema(required = true, examples = "urn:lienthong:problem:receiver-unknown")
        String type,

        @Schema(required = true, description = "The name of the code, the same at each occurrence")
        String title,

        @Schema(required = true, description = "The HTTP status", examples = "422")
        int status,

        @Schema(required = true, description = "What happened this time")
        String detail,

        @Schema(required = true, description = "Stable for ever; all codes are listed in docs/errors.md")
        String code,

        @Schema(required = true, description = "Whether the same request may succeed later")
        boolean retryable,

        @Schema(description = "Seconds to wait before another try, as in Retry-After", nullable = true) @Nullable Long retryAfter,

        @Schema(required = true, description = "Names this request in the server's logs, as X-Request-Id does")
        String requestId,

        @Schema(required = true, description = "The single faults of a message, where there can be several")
        List<ProblemFinding> findings) {
    /** The media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault of a message. */
    @Schema(name = "ProblemFinding", description = "One fault of an edXML message")
    public record ProblemFinding(
            @Schema(required = true, examples = "N.MessageHeader.From.OrganId")
            String code,

            @Schema(required = true) String detail) {}

    public Problem {
        findings = List.copyOf(findings);
    }
}
