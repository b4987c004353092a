package vn.lienthong.exchange.domain.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/**
 * Which entries of a register are wanted; null for all.
 *
 * @param words beginnings of words of code, subject, author and the like; case and diacritics do not matter
 * @param from the first day of registration
 * @param to the last one
 * @param cancelled only those, or only the others
 */
public record EntryFilter(
        @Nullable String words,
        @Nullable String series,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean cancelled,
        @Nullable DispatchId dispatch) {
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null);

    /** The days of a range. */
    public static EntryFilter days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new EntryFilter(null, null, from, to, null, null);
    }
}
