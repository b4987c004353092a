package vn.lienthong.exchange.domain.register;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A register as it stands.
 *
 * @param ownSeries the kinds of documents that are numbered apart in it
 * @param counters the last number of each series, by series
 * @param closing null while it is open
 */
public record Book(
        BookId id,
        Set<String> ownSeries,
        Instant openedAt,
        List<Place> counters,
        @Nullable Closing closing) {
    public Book {
        ownSeries = Set.copyOf(ownSeries);
        counters = List.copyOf(counters);
    }

    /** The series that documents of this kind are numbered in. */
    public String seriesOf(String kind) {
        return ownSeries.contains(kind) ? kind : Place.COMMON;
    }
}
