package vn.lienthong.exchange.application.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.EventKind;

/**
 * What of the feed is wanted.
 *
 * @param agencies only these of the caller's; all of them where it is empty
 * @param kinds only these; all where it is empty
 * @param after a cursor that this caller was given; {@link #LATEST} for what comes from now on; null for all that is kept
 * @param limit 1 to {@code Page.MOST}
 */
public record FeedQuery(
        Set<OrganId> agencies,
        Set<EventKind> kinds,
        @Nullable String after,
        int limit) {
    /** Instead of a cursor: nothing of what has been. */
    public static final String LATEST = "latest";

    public FeedQuery {
        agencies = Set.copyOf(agencies);
        kinds = Set.copyOf(kinds);
    }

    /** The same from there on. */
    public FeedQuery from(String cursor) {
        return new FeedQuery(agencies, kinds, cursor, limit);
    }
}
