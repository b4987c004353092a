package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;

/**
 * The mailboxes; bound to the transaction that it was taken from. Each method sees the deliveries of the agencies it is
 * given and no others.
 */
public interface Deliveries {

    /** What waits (initial, processing or fail), is not set aside and follows nothing that was not given yet, by turn. */
    List<ReceivedMessage> received(Set<OrganId> agencies, ReceivedQuery query);

    long count(Set<OrganId> agencies, ReceivedQuery query);

    /** The delivery of that id, or those of the dispatch of that id, to one of the agencies; done ones too. */
    List<ReceivedMessage> find(Set<OrganId> agencies, DocId id);

    /**
     * Up to {@code max} waiting deliveries are leased until then, those whose turn it is and that nobody else holds; concurrent
     * callers get different ones.
     */
    List<Lease> lease(Set<OrganId> agencies, LeaseTerms terms, Instant now);

    /**
     * The delivery as it is now, locked until the transaction ends, so that what is decided on it holds.
     *
     * @return empty if there is no such delivery to one of the agencies
     */
    Optional<LockedDelivery> lock(Set<OrganId> agencies, DeliveryId id);

    /** The delivery changed as said; what is done is set aside no more. */
    void update(
            DeliveryId id, DeliveryState state, int failures, @Nullable LeaseToken token, Instant until, Instant at);

    /** The dispatches that the agencies sent, newest first, one row a recipient; only this one where it is given. */
    List<SentMessage> sent(Set<OrganId> agencies, MessageType type, @Nullable DispatchId only, Page page);

    /**
     * What a decision on a delivery needs.
     *
     * @param token the newest lease, or null if it was never leased or is released
     * @param until when that lease ends, or before which nobody may lease it again
     */
    record LockedDelivery(ReceivedMessage message, @Nullable LeaseToken token, Instant until) {}

    /**
     * What to lease.
     *
     * @param until when the leases end
     * @param by who takes them
     */
    record LeaseTerms(MessageType type, int max, Instant until, String by) {}
}
