package vn.lienthong.exchange.application.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlMessage;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * From whom to whom, by present identifiers: old and new codes of one agency are the same agency. The directory is asked
 * once for all of them.
 *
 * @param recipients sorted; at least one
 * @param issuer the agency that the document's identifier names, or null if it names none of the directory
 * @param closed those of a document's parties that are no more
 */
record Addressing(
        OrganId sender, Set<OrganId> recipients, @Nullable OrganId issuer, Set<OrganId> closed) {

    /**
     * Who sends and who receives the message.
     *
     * @throws FailureException {@code receiver-unknown} naming each that is not in the directory,
     *     {@code sender-not-yours} if the transport names another sender, {@code parameter-invalid} if it narrows the
     *     recipients to one that the message does not name
     */
    static Addressing read(Ledger ledger, Submission submission, EdxmlMessage message) {
        List<OrganId> to = switch (message) {
            case EdxmlDocument document ->
                document.header().to().stream().map(Organ::organId).toList();
            case EdxmlStatus status -> List.of(status.responseFor().organId());
        };
        List<OrganId> all = new ArrayList<>(to);
        all.add(message.from().organId());
        all.addAll(submission.narrowedTo());
        Optional<OrganId> issuer = DocumentIssuer.named(message);
        issuer.ifPresent(all::add);
        if (submission.from() != null) {
            all.add(submission.from());
        }
        Map<OrganId, Address> addresses = ledger.agencies().addresses(all);
        Map<OrganId, OrganId> known = new HashMap<>();
        addresses.forEach((code, address) -> known.put(code, address.agency()));
        OrganId sender = known.get(message.from().organId());
        if (sender == null || submission.from() != null && !sender.equals(known.get(submission.from()))) {
            throw Intake.refused(
                    FailureCode.SENDER_NOT_YOURS, message.from().organId().value());
        }
        // Of what another exchange hands over, others may be beyond anybody's ken here: they are its affair.
        Set<OrganId> named = submission.channel() == Channel.RELAY
                ? present(known, to.stream().filter(known::containsKey).toList())
                : present(known, to);
        Set<OrganId> narrowed = present(known, submission.narrowedTo());
        for (OrganId one : narrowed) {
            if (!named.contains(one)) {
                throw Intake.refused(FailureCode.PARAMETER_INVALID, "to", one.value());
            }
        }
        Set<OrganId> parties = new TreeSet<>(named);
        parties.add(sender);
        return new Addressing(
                sender,
                narrowed.isEmpty() ? named : narrowed,
                issuer.map(known::get).orElse(null),
                message instanceof EdxmlDocument ? ClosedAgencies.among(parties, addresses.values()) : Set.of());
    }

    private static Set<OrganId> present(Map<OrganId, OrganId> known, Iterable<OrganId> named) {
        Set<OrganId> present = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (OrganId one : named) {
            OrganId agency = known.get(one);
            if (agency == null) {
                unknown.add(one.value());
            } else {
                present.add(agency);
            }
        }
        if (!unknown.isEmpty()) {
            throw Intake.refused(FailureCode.RECEIVER_UNKNOWN, String.join(", ", unknown));
        }
        return present;
    }
}
