package vn.lienthong.exchange.boundary.rest.registers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.register.Cancellation;

/** Why a number is not used. */
@Schema(name = "RegisterCancellation")
record CancellationBody(
        @Schema(
                required = true,
                description = "Lý do hủy, 1 to 500 characters; it is shown in the register",
                examples = "Văn bản không ban hành")
        @Nullable String reason) {

    String given() {
        String text =
                RegisterParameters.text("reason", Parameters.required("reason", reason), Cancellation.LONGEST_REASON);
        if (text.isEmpty()) {
            throw Parameters.invalid("reason");
        }
        return text;
    }
}
