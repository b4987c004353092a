package vn.lienthong.exchange.boundary.rest.registers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.NewEntry;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.DocumentTypes;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;

/** What is registered. */
@Schema(name = "NewRegisterEntry", description = "Văn bản cần đăng ký: what the decree's form has columns for")
record EntryBody(
        @Schema(
                description = "Abbreviation of the kind of document by Decree 30/2020, Annex III; `CV` for a letter",
                examples = "QĐ",
                nullable = true)
        @Nullable String kind,

        @Schema(
                description = "Tên loại; that of `kind` where it is left out",
                maxLength = 100,
                examples = "Quyết định",
                nullable = true)
        @Nullable String typeName,

        @Schema(
                description =
                        "Outgoing: ký hiệu, which follows the number behind a stroke. Incoming: số, ký hiệu as the author gave it",
                maxLength = 60,
                examples = "QĐ-UBND",
                nullable = true)
        @Nullable String notation,

        @Schema(description = "Ngày tháng văn bản", format = "date", nullable = true) @Nullable String documentDate,

        @Schema(
                description = "Trích yếu nội dung; needed unless a dispatch says it",
                maxLength = 500,
                examples = "Ban hành Quy chế làm việc",
                nullable = true)
        @Nullable String subject,

        @Schema(description = "Tác giả; incoming alone", maxLength = 200, nullable = true) @Nullable String author,

        @Schema(description = "Người ký; outgoing alone", maxLength = 100, nullable = true) @Nullable String signer,

        @Schema(description = "Nơi nhận văn bản; outgoing alone", maxLength = 1000, nullable = true) @Nullable String recipients,

        @Schema(description = "Số lượng bản; outgoing alone", minimum = "0", maximum = "1000000", nullable = true)
        @Nullable Integer copies,

        @Schema(
                description = "Outgoing: đơn vị, người nhận bản lưu. Incoming: đơn vị hoặc người nhận",
                maxLength = 200,
                nullable = true)
        @Nullable String receiver,

        @Schema(description = "Ngày chuyển", format = "date", nullable = true) @Nullable String transferredOn,

        @Schema(description = "Ký nhận", maxLength = 100, nullable = true) @Nullable String receivedBy,

        @Schema(description = "Ghi chú", maxLength = 500, nullable = true) @Nullable String note,

        @Schema(
                description =
                        "Id of the dispatch, or of the delivery, that the document came or went with; the columns that are "
                                + "left out are filled in from it",
                format = "uuid",
                nullable = true)
        @Nullable String dispatch,

        @Schema(description = "SHA-256 of the document's file, in hexadecimal", nullable = true) @Nullable String sha256) {

    NewEntry entry(Direction direction, @Nullable IdempotencyKey key) {
        boolean outgoing = direction == Direction.OUTGOING;
        refuse(outgoing, "author", author);
        refuse(!outgoing, "signer", signer);
        refuse(!outgoing, "recipients", recipients);
        refuse(!outgoing, "copies", copies);
        String abbreviation = RegisterParameters.kind("kind", kind);
        String name = RegisterParameters.text("typeName", typeName, 100);
        String about = RegisterParameters.text("subject", subject, EntryColumns.LONGEST_SUBJECT);
        if (about.isEmpty() && dispatch == null) {
            Parameters.required("subject", null);
        }
        return new NewEntry(
                new EntryColumns(
                        abbreviation,
                        name.isEmpty() ? DocumentTypes.name(abbreviation).orElse("") : name,
                        RegisterParameters.text("notation", notation, 60),
                        RegisterParameters.date("documentDate", documentDate),
                        about,
                        RegisterParameters.text("author", author, 200),
                        RegisterParameters.text("signer", signer, 100),
                        RegisterParameters.text("recipients", recipients, EntryColumns.LONGEST_RECIPIENTS),
                        copies == null ? null : Parameters.between("copies", copies, 0, 0, 1_000_000)),
                handover(receiver, transferredOn, receivedBy, note),
                dispatch == null ? null : document(dispatch),
                RegisterParameters.digest("sha256", sha256),
                key);
    }

    static DocId document(String dispatch) {
        return DocId.parse(dispatch).orElseThrow(() -> Parameters.invalid("dispatch"));
    }

    static Handover handover(
            @Nullable String receiver,
            @Nullable String transferredOn,
            @Nullable String receivedBy,
            @Nullable String note) {
        return new Handover(
                RegisterParameters.text("receiver", receiver, 200),
                RegisterParameters.date("transferredOn", transferredOn),
                RegisterParameters.text("receivedBy", receivedBy, 100),
                RegisterParameters.text("note", note, 500));
    }

    private static void refuse(boolean foreign, String name, @Nullable Object value) {
        if (foreign && value != null) {
            throw Parameters.invalid(name);
        }
    }
}
