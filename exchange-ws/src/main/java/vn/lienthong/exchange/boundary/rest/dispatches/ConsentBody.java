package vn.lienthong.exchange.boundary.rest.dispatches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.StatusReport;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** A recipient's answer to a recall, update or replacement. */
@Schema(name = "Consent")
record ConsentBody(
        @Schema(required = true, description = "true: status 15, đồng ý; false: status 16, từ chối") @Nullable Boolean agree,

        @Schema(description = "Up to 500 characters; a refusal must have it", nullable = true) @Nullable String reason,

        @Schema(
                description = "The answering agency; needed by a caller that acts for several recipients",
                nullable = true)
        @Nullable String agency) {

    StatusReport report(DocId document) {
        boolean agreed = Parameters.required("agree", agree);
        if (!agreed && (reason == null || reason.isBlank())) {
            Parameters.required("reason", null);
        }
        return new StatusReport(
                Channel.REST,
                document,
                Parameters.optionalAgency("agency", agency),
                agreed ? StatusCode.CHANGE_ACCEPTED : StatusCode.CHANGE_REJECTED,
                reason == null ? "" : reason,
                null);
    }
}
