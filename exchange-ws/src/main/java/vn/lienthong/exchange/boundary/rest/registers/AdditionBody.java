package vn.lienthong.exchange.boundary.rest.registers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.AmendEntry;

/** What is added to an entry. */
@Schema(name = "RegisterAddition", description = "Ghi bổ sung; what is left out stays as it is")
record AdditionBody(
        @Schema(
                description = "Outgoing: đơn vị, người nhận bản lưu. Incoming: đơn vị hoặc người nhận",
                maxLength = 200,
                nullable = true)
        @Nullable String receiver,

        @Schema(description = "Ngày chuyển", format = "date", nullable = true) @Nullable String transferredOn,

        @Schema(description = "Ký nhận", maxLength = 100, nullable = true) @Nullable String receivedBy,

        @Schema(description = "Ghi chú", maxLength = 500, nullable = true) @Nullable String note,

        @Schema(description = "Id of the dispatch or delivery; once told it stays", format = "uuid", nullable = true)
        @Nullable String dispatch,

        @Schema(description = "SHA-256 of the document's file, in hexadecimal", nullable = true) @Nullable String sha256) {

    AmendEntry.Addition addition() {
        return new AmendEntry.Addition(
                EntryBody.handover(receiver, transferredOn, receivedBy, note),
                dispatch == null ? null : EntryBody.document(dispatch),
                RegisterParameters.digest("sha256", sha256));
    }
}
