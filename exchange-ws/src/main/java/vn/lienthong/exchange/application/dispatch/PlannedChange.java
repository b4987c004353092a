package vn.lienthong.exchange.application.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/**
 * What a recall, update or replacement is to do.
 *
 * @param targets one a document, however often the message names it
 * @param reason in the sender's words, up to 500 characters
 */
record PlannedChange(List<Target> targets, String reason) {
    PlannedChange {
        targets = merged(targets);
    }

    /** The document that stands for all of them where one has to. */
    DispatchId first() {
        return targets.getFirst().document().id();
    }

    private static List<Target> merged(List<Target> named) {
        Map<DispatchId, Target> merged = new LinkedHashMap<>();
        named.forEach(target -> merged.merge(target.document().id(), target, Target::and));
        return List.copyOf(merged.values());
    }

    /** A document that is changed, and the recipients whose copies of it are; at least one. */
    record Target(Dispatch document, Set<OrganId> parties) {
        Target {
            parties = Set.copyOf(parties);
        }

        private Target and(Target other) {
            Set<OrganId> both = new TreeSet<>(parties);
            both.addAll(other.parties);
            return new Target(document, both);
        }
    }
}
