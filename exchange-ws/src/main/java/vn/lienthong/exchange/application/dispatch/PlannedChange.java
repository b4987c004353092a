package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/**
 * What a recall, update or replacement is to do.
 *
 * @param reason in the sender's words, up to 500 characters
 */
record PlannedChange(List<Target> targets, String reason) {
    PlannedChange {
        targets = List.copyOf(targets);
    }

    /** A document that is changed, and the recipients whose copies of it are; at least one. */
    record Target(Dispatch document, Set<OrganId> parties) {
        Target {
            parties = Set.copyOf(parties);
        }
    }
}
