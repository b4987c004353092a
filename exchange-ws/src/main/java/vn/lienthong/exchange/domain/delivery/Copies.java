package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;

/** What messages change about the recipients' copies of earlier ones; bound to the transaction that it was taken from. */
public interface Copies {

    /** The copies of these recipients, in their order, locked until the transaction ends. */
    List<Copy> lock(DispatchId dispatch, Collection<OrganId> parties);

    /** Every copy of it, locked likewise. */
    List<Copy> lock(DispatchId dispatch);

    /** The copy is off its recipient's list, and its octets are not given out to the recipient any more. */
    void withdraw(DeliveryId copy, Instant at);

    /**
     * The recipient is given the octets.
     *
     * @return false if the copy was withdrawn: then it is not
     */
    boolean give(DeliveryId copy, Instant at);

    /** When the recipient was given the message that asks it for its copy back, or empty while it was not. */
    Optional<Instant> given(StatusEntry asking, DocumentId document);

    /** The later delivery waits until the earlier ones were given or withdrawn. */
    void follow(DeliveryId later, Collection<DeliveryId> earlier);

    /** That the message changes the target is on record, for these recipients' copies. */
    void record(DispatchId change, DispatchId target, Set<OrganId> parties);

    /** The messages that change this one, oldest first; only those about this recipient's copy where one is given. */
    List<Dispatch> changesOf(DispatchId target, Optional<OrganId> party);

    /** The messages that this one changes, those whose copy at that recipient it is about. */
    List<Dispatch> targetsOf(DispatchId change, OrganId party);

    /** The links in which one of these messages stands on either side, oldest first. */
    List<DispatchLink> links(Collection<DispatchId> dispatches);

    /** What happened to each recipient's copy of it. */
    List<CopyTimes> times(DispatchId dispatch);

    /**
     * One recipient's copy.
     *
     * @param given whether its recipient has been given it, so that it can only be asked for it back
     */
    record Copy(DeliveryId id, DispatchId dispatch, OrganId party, boolean given, boolean withdrawn) {}
}
