package vn.lienthong.exchange.domain.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/** The history of business statuses; bound to the transaction that it was taken from. */
public interface Statuses {

    /**
     * The history of one recipient's copy, oldest first; it is locked until the transaction ends, so that what follows
     * is decided once.
     */
    List<StatusEntry> lockedHistory(DispatchId dispatch, OrganId party);

    void append(StatusEntry entry);

    Optional<StatusEntry> find(UUID id);

    /** Every entry of the dispatch, oldest first. */
    List<StatusEntry> history(DispatchId dispatch);
}
