package vn.lienthong.exchange.domain.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document in a register.
 *
 * @param registeredOn the day in Vietnam; of an incoming document ngày đến
 * @param registeredBy the caller's name
 * @param cancellation null while the number is in use
 */
public record RegisterEntry(
        UUID id,
        BookId book,
        Place place,
        Instant registeredAt,
        LocalDate registeredOn,
        String registeredBy,
        EntryColumns columns,
        Handover handover,
        Binding binding,
        @Nullable Cancellation cancellation) {

    /** Số, ký hiệu văn bản as it is printed on the document: an outgoing one got its number here. */
    public String code() {
        if (book.direction() == Direction.INCOMING) {
            return columns.notation();
        }
        return columns.notation().isEmpty() ? place.printed() : place.printed() + "/" + columns.notation();
    }
}
