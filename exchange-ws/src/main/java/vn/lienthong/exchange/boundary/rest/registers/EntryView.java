package vn.lienthong.exchange.boundary.rest.registers;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** An entry as it stands. */
@Schema(name = "RegisterEntry", description = "What is not known is left out")
record EntryView(
        @Schema(required = true, format = "uuid") String id,

        @Schema(
                required = true,
                enumeration = {"outgoing", "incoming"})
        String direction,

        @Schema(required = true) int year,

        @Schema(required = true) String agency,

        @Schema(
                description = "The kind of document that has numbers of its own; left out where all share theirs",
                nullable = true)
        @Nullable String series,

        @Schema(required = true, description = "Số đi or số đến, from 1 without gaps")
        int number,

        @Schema(
                required = true,
                description = "Số, ký hiệu văn bản as it is printed on the document",
                examples = "01/QĐ-UBND")
        String code,

        @Schema(required = true) Instant registeredAt,

        @Schema(required = true, format = "date", description = "The day in Vietnam; of an incoming document ngày đến")
        String registeredOn,

        @Schema(required = true) String registeredBy,

        @Schema(nullable = true) @Nullable String kind,

        @Schema(nullable = true) @Nullable String typeName,

        @Schema(nullable = true) @Nullable String notation,

        @Schema(format = "date", nullable = true) @Nullable String documentDate,

        @Schema(required = true) String subject,

        @Schema(nullable = true) @Nullable String author,

        @Schema(nullable = true) @Nullable String signer,

        @Schema(nullable = true) @Nullable String recipients,

        @Schema(nullable = true) @Nullable Integer copies,

        @Schema(nullable = true) @Nullable String receiver,

        @Schema(format = "date", nullable = true) @Nullable String transferredOn,

        @Schema(nullable = true) @Nullable String receivedBy,

        @Schema(nullable = true) @Nullable String note,

        @Schema(format = "uuid", nullable = true) @Nullable String dispatch,

        @Schema(nullable = true) @Nullable String sha256,

        @Schema(description = "Đã hủy: the number is not used and not given again", nullable = true) @Nullable Cancelled cancelled) {

    /** That and why a number is not used. */
    @Schema(name = "RegisterEntryCancelled")
    record Cancelled(
            @Schema(required = true) String reason,

            @Schema(required = true) Instant at,

            @Schema(required = true) String by) {

        static @Nullable Cancelled of(@Nullable Cancellation cancellation) {
            return cancellation == null
                    ? null
                    : new Cancelled(cancellation.reason(), cancellation.at(), cancellation.by());
        }
    }

    static EntryView of(RegisterEntry entry) {
        EntryColumns columns = entry.columns();
        Handover handover = entry.handover();
        return new EntryView(
                entry.id().toString(),
                entry.book().direction().wireName(),
                entry.book().year(),
                entry.book().agency().value(),
                some(entry.place().series()),
                entry.place().number(),
                entry.code(),
                entry.registeredAt(),
                entry.registeredOn().toString(),
                entry.registeredBy(),
                some(columns.kind()),
                some(columns.typeName()),
                some(columns.notation()),
                text(columns.documentDate()),
                columns.subject(),
                some(columns.author()),
                some(columns.signer()),
                some(columns.recipients()),
                columns.copies(),
                some(handover.receiver()),
                text(handover.transferredOn()),
                some(handover.receivedBy()),
                some(handover.note()),
                entry.binding().dispatch() == null
                        ? null
                        : entry.binding().dispatch().toString(),
                entry.binding().document() == null
                        ? null
                        : entry.binding().document().hex(),
                Cancelled.of(entry.cancellation()));
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
