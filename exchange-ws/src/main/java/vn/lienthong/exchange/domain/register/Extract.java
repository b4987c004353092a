package vn.lienthong.exchange.domain.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * What is written out of a register, and what its first page says.
 *
 * @param superior the agency above it (cơ quan chủ quản trực tiếp), or empty
 * @param agency its name
 * @param from the first day that is in it, or null for the whole year
 * @param to the last one, or null
 * @param closedAt when the register was closed, or null if it is still open
 * @param closing what the print of a closed register says at its end, or null
 */
public record Extract(
        BookId book,
        String superior,
        String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant closedAt,
        @Nullable LastWords closing) {
    public LocalDate firstDay() {
        return from == null ? LocalDate.of(book.year(), 1, 1) : from;
    }

    public LocalDate lastDay() {
        return to == null ? LocalDate.of(book.year(), 12, 31) : to;
    }

    /**
     * How a closed register ends.
     *
     * @param entries how many it has
     * @param xml digest of the whole of it as XML, which stands in the audit log
     * @param sealed whether the print gets the agency's signature
     */
    public record LastWords(int entries, Sha256Digest xml, boolean sealed) {}
}
