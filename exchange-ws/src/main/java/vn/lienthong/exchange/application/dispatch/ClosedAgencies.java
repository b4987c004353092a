package vn.lienthong.exchange.application.dispatch;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * An agency that was closed neither sends nor receives documents any more. What it has it may still read, and statuses of
 * documents sent before still pass to and from it: refusing them would lose what became of a document.
 */
final class ClosedAgencies {
    private ClosedAgencies() {}

    /**
     * @param parties by present identifier
     * @throws FailureException {@code agency-closed} naming each of them that is closed, and its successor behind an arrow
     */
    static void refuse(Ledger ledger, Collection<Address> addresses, Set<OrganId> parties) {
        Set<String> closed = new TreeSet<>();
        for (Address address : addresses) {
            if (address.closed() && parties.contains(address.agency())) {
                closed.add(ledger.agencies()
                        .successor(address.agency())
                        .map(successor -> address.agency() + " → " + successor)
                        .orElse(address.agency().value()));
            }
        }
        if (!closed.isEmpty()) {
            throw Intake.refused(FailureCode.AGENCY_CLOSED, String.join(", ", closed));
        }
    }
}
