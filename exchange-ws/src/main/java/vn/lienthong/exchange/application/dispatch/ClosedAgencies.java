package vn.lienthong.exchange.application.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * An agency that was closed neither sends nor receives documents any more. What it has it may still read, and statuses of
 * documents sent before still pass to and from it: refusing them would lose what became of a document. So do recalls, which
 * one recipient's end must not keep from the others, and updates of what it holds.
 */
final class ClosedAgencies {
    private ClosedAgencies() {}

    /** Those of the parties, by present identifier, that are closed. */
    static Set<OrganId> among(Set<OrganId> parties, Collection<Address> addresses) {
        Set<OrganId> closed = new TreeSet<>();
        for (Address address : addresses) {
            if (address.closed() && parties.contains(address.agency())) {
                closed.add(address.agency());
            }
        }
        return closed;
    }

    /** Those whose end keeps the message from being sent. */
    static Set<OrganId> against(Addressing addressing, BusinessType businessType, @Nullable PlannedChange change) {
        if (businessType == BusinessType.RECALL) {
            return Set.of();
        }
        Set<OrganId> against = new TreeSet<>(addressing.closed());
        if (businessType == BusinessType.UPDATE && change != null) {
            change.targets().forEach(target -> against.removeAll(target.parties()));
        }
        return against;
    }

    /** @throws FailureException {@code agency-closed} naming each of them, and its successor behind an arrow */
    static void refuse(Ledger ledger, Set<OrganId> closed) {
        if (!closed.isEmpty()) {
            List<String> named = closed.stream()
                    .map(agency -> ledger.agencies()
                            .successor(agency)
                            .map(successor -> agency + " → " + successor)
                            .orElse(agency.value()))
                    .toList();
            throw Intake.refused(FailureCode.AGENCY_CLOSED, String.join(", ", named));
        }
    }
}
