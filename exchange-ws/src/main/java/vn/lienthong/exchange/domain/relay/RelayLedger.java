package vn.lienthong.exchange.domain.relay;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/** What was passed on, and what could not be taken; bound to the transaction that it was taken from. */
public interface RelayLedger {

    /** For whom the peer was given the dispatch. */
    Set<OrganId> passedOn(SystemId peer, DispatchId dispatch);

    /**
     * The peer was given it for these too.
     *
     * @param docId as the peer names it
     */
    void passOn(SystemId peer, DispatchId dispatch, Set<OrganId> recipients, String docId, Instant at);

    /** Whether an earlier message that this copy follows was not passed on, nor taken back, at its recipient's. */
    boolean follows(DeliveryId copy);

    /** Whether the copy was refused before, and is not to be asked for again yet. */
    boolean isRefused(SystemId peer, String docId, Instant now);

    /** How often the copy was refused so far. */
    int refusals(SystemId peer, String docId);

    /** It was refused once more, and is not to be asked for before then. */
    void refuse(SystemId peer, String docId, String reason, Instant at, Instant again);
}
