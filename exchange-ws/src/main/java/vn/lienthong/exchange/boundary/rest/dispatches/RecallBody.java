package vn.lienthong.exchange.boundary.rest.dispatches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;

/** Why a document is recalled. */
@Schema(name = "Recall")
record RecallBody(
        @Schema(
                required = true,
                description = "Lý do thu hồi, 1 to 500 characters; the recipients read it",
                examples = "Ban hành sai thẩm quyền")
        @Nullable String reason) {

    String given() {
        return Parameters.required("reason", reason);
    }
}
