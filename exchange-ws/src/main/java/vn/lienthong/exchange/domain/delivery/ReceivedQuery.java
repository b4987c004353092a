package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.MessageType;

/**
 * What to list of a mailbox.
 *
 * @param recipients only these of the caller's agencies (aliases included); empty means all of them
 * @param from not accepted before this, or null
 * @param until accepted before this (exclusive), or null
 * @param page which page to give
 */
public record ReceivedQuery(
        Set<OrganId> recipients,
        MessageType type,
        @Nullable Instant from,
        @Nullable Instant until,
        Page page) {
    public ReceivedQuery {
        recipients = Set.copyOf(recipients);
    }

    /** Everything of one type that waits, first page. */
    public static ReceivedQuery waiting(MessageType type) {
        return new ReceivedQuery(Set.of(), type, null, null, Page.FIRST);
    }
}
