package vn.lienthong.exchange.boundary.rest.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** A message without its octets. */
@Schema(name = "Dispatch", description = "Một văn bản: a message without its content")
public record DispatchSummary(
        @Schema(required = true, format = "uuid") String id,

        @Schema(
                required = true,
                enumeration = {"edoc", "status"})
        String type,

        @Schema(required = true, description = "Mã cơ quan gửi: the sending agency", examples = "000.00.00.H03")
        String sender,

        @Schema(required = true, description = "Mã định danh văn bản: the sender's id of the document")
        String documentId,

        @Schema(required = true, description = "0 mới, 1 thu hồi, 2 cập nhật, 3 thay thế", minimum = "0", maximum = "3")
        int businessType,

        @Schema(required = true, description = "Trích yếu") String subject,

        @Schema(required = true, description = "Số", examples = "123")
        String codeNumber,

        @Schema(required = true, description = "Ký hiệu") String codeNotation,

        @Schema(format = "date", description = "Ngày ban hành", nullable = true) @Nullable String promulgationDate,

        @Schema(required = true, description = "Độ khẩn: 0 thường … 4 hỏa tốc hẹn giờ", minimum = "0", maximum = "4")
        int priority,

        @Schema(required = true) Instant acceptedAt,

        @Schema(required = true, description = "SHA-256 of the content, lower-case hexadecimal")
        String sha256,

        @Schema(required = true, description = "Length of the content, in octets")
        long length) {

    public static DispatchSummary of(Dispatch dispatch) {
        return new DispatchSummary(
                dispatch.id().toString(),
                dispatch.type().wireName(),
                dispatch.sender().value(),
                dispatch.documentId().value(),
                dispatch.businessType().code(),
                dispatch.subject(),
                dispatch.code().number(),
                dispatch.code().notation(),
                dispatch.promulgationDate() == null
                        ? null
                        : dispatch.promulgationDate().toString(),
                dispatch.priority(),
                dispatch.acceptedAt(),
                dispatch.content().digest().hex(),
                dispatch.content().length());
    }
}
