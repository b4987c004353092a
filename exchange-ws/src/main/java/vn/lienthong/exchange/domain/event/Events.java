package vn.lienthong.exchange.domain.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.exchange.domain.agency.OrganId;

/** The feed; bound to the transaction that it was taken from. */
public interface Events {

    /** If the transaction commits, the event will be in its agency's feed. */
    void append(NewEvent event);

    /** Likewise, that the receipts of the documents are sealed whose acceptance these audit entries record. */
    void receiptsSealed(Collection<UUID> auditEntries, Instant at);

    /** Whether anything that was committed has no place yet. */
    boolean isAnyWaiting();

    /**
     * Up to {@code max} of what was committed have their places. A late commit gets a place behind those that were given
     * meanwhile, so whoever read up to a place has missed nothing before it.
     *
     * @return the places given; none while another node gives places
     */
    Span sequence(int max);

    /**
     * What the agencies are told after that place, in order.
     *
     * @param kinds only these; all where it is empty
     */
    List<Event> after(Set<OrganId> agencies, Set<EventKind> kinds, long place, int max);

    Horizon horizon();

    /** The agencies that are told something after that place, up to this one. */
    Set<OrganId> agenciesOf(Span places);

    /**
     * Up to {@code max} of the oldest that are older are forgotten.
     *
     * @return how many
     */
    int forget(Instant older, int max);

    /**
     * Places that follow one another.
     *
     * @param after the place before the first
     * @param last the last; equal to {@code after} where there are none
     */
    record Span(long after, long last) {
        public static final Span NONE = new Span(0, 0);

        public boolean isEmpty() {
            return last <= after;
        }

        public int count() {
            return Math.toIntExact(Math.max(0, last - after));
        }
    }

    /**
     * How far the feed goes.
     *
     * @param forgotten what is at this place or before it may be gone
     */
    record Horizon(long newest, long forgotten) {}
}
