package vn.lienthong.exchange.boundary.rest.dispatches;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.StatusReport;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** A business status as it is reported. */
@Schema(name = "StatusReport", description = "What a recipient says of its copy, or with 13 the sender of its document")
record StatusBody(
        @Schema(
                required = true,
                enumeration = {"01", "02", "03", "04", "05", "06", "13", "15", "16"},
                examples = "03")
        @Nullable String code,

        @Schema(description = "Up to 500 characters; with 02 the reason, which it must have", nullable = true) @Nullable String description,

        @Schema(
                description = "The reporting agency; needed by a caller that acts for several recipients",
                nullable = true)
        @Nullable String agency,

        @Schema(format = "date-time", description = "When it happened; now where it is missing", nullable = true)
        @Nullable String at) {

    StatusReport report(DocId document) {
        String named = Parameters.required("code", code);
        return new StatusReport(
                Channel.REST,
                document,
                Parameters.optionalAgency("agency", agency),
                StatusCode.ofCode(named).orElseThrow(() -> Parameters.invalid("code")),
                description == null ? "" : description,
                at == null ? null : instant(at));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Parameters.invalid("at");
        }
    }
}
