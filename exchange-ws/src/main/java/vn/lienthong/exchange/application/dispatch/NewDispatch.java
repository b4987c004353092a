package vn.lienthong.exchange.application.dispatch;

import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/**
 * A message that passed every check that needs no lock: what is to be recorded.
 *
 * @param status what a status message says of a document that is known here, or null
 * @param change what a recall, update or replacement is to do, or null
 * @param closed agencies whose end forbids the message, unless it repeats one that was accepted before
 */
record NewDispatch(
        Acceptance acceptance,
        @Nullable StatusEntry status,
        @Nullable PlannedChange change,
        Set<OrganId> closed) {
    NewDispatch {
        closed = Set.copyOf(closed);
    }

    Dispatch dispatch() {
        return acceptance.dispatch();
    }

    SortedMap<OrganId, DeliveryId> recipients() {
        return acceptance.recipients();
    }
}
