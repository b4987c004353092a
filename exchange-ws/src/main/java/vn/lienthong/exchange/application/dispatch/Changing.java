package vn.lienthong.exchange.application.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.application.dispatch.PlannedChange.Target;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.Copies.Copy;
import vn.lienthong.exchange.domain.delivery.CopyHistory;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * Carries a recall, update or replacement out, within the transaction that accepts it. Whoever changes a document has its
 * copies locked first, so changes of one document follow one another, and each sees what the one before it did.
 */
final class Changing {
    private final IdSource ids;

    Changing(IdSource ids) {
        this.ids = ids;
    }

    /** The copies of what the message changes are locked until the transaction ends. */
    static void lock(Ledger ledger, NewDispatch planned) {
        PlannedChange change = planned.change();
        if (change != null) {
            change.targets().stream()
                    .map(target -> target.document().id())
                    .sorted((one, other) -> one.value().compareTo(other.value()))
                    .distinct()
                    .forEach(ledger.copies()::lock);
        }
    }

    /**
     * The message, recorded just now, has its effect.
     *
     * @throws FailureException {@code document-recalled} if a recall has frozen what it changes
     */
    void carryOut(Ledger ledger, NewDispatch planned) {
        PlannedChange change = planned.change();
        if (change == null) {
            return;
        }
        if (planned.dispatch().businessType() == BusinessType.RECALL) {
            change.targets().forEach(target -> recall(ledger, planned, change, target));
        } else {
            change.targets().forEach(target -> supersede(ledger, planned, target));
        }
    }

    /** Whoever was never given the document needs no recall of it; all others are asked. */
    private void recall(Ledger ledger, NewDispatch planned, PlannedChange change, Target target) {
        Dispatch recall = planned.dispatch();
        boolean asked = false;
        for (Copy copy : ledger.copies().lock(target.document().id(), target.parties())) {
            StatusEntry entry = new StatusEntry(
                    ids.next(),
                    copy.dispatch(),
                    copy.party(),
                    recall.sender(),
                    StatusCode.RECALLED,
                    change.reason(),
                    recall.acceptedAt(),
                    recall.acceptedAt(),
                    recall.id(),
                    false);
            StatusRecording recorded = StatusHistory.order(ledger, entry, recall.submittedBy());
            asked |= recorded != StatusRecording.KNOWN;
            if (recorded == StatusRecording.WITHDRAWN || copy.withdrawn()) {
                spare(ledger, planned, copy.party());
            }
        }
        if (!asked) {
            throw Intake.refused(
                    FailureCode.DOCUMENT_RECALLED,
                    target.document().documentId().value());
        }
        ledger.copies().record(recall.id(), target.document().id(), target.parties());
    }

    /** The message that asks for a copy back does not reach who never had it. */
    static void spare(Ledger ledger, NewDispatch planned, OrganId party) {
        Dispatch asking = planned.dispatch();
        ledger.copies().withdraw(delivery(planned, party), asking.acceptedAt());
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", party.value());
        details.put("after", StatusCode.RECALLED.code());
        ledger.audit()
                .append(new AuditNote(
                        Deed.DELIVERY_WITHDRAWN,
                        asking.acceptedAt(),
                        asking.sender(),
                        asking.submittedBy(),
                        asking,
                        null,
                        details));
    }

    /** An update or replacement reaches each recipient behind what it changes. */
    private static void supersede(Ledger ledger, NewDispatch planned, Target target) {
        Dispatch change = planned.dispatch();
        Dispatch document = target.document();
        List<Copy> copies = ledger.copies().lock(document.id());
        for (Copy copy : copies) {
            if (copy.withdrawn()
                    || history(ledger, document, copy.party())
                            .holds()
                            .question()
                            .freezes()) {
                throw Intake.refused(
                        FailureCode.DOCUMENT_RECALLED, document.documentId().value());
            }
        }
        Map<OrganId, List<DeliveryId>> earlier = new TreeMap<>();
        copies.stream()
                .filter(copy -> target.parties().contains(copy.party()))
                .forEach(copy -> earlier.computeIfAbsent(copy.party(), party -> new ArrayList<>())
                        .add(copy.id()));
        for (Dispatch before : ledger.copies().changesOf(document.id(), Optional.empty())) {
            if (before.id().equals(change.id())) {
                continue; // nothing waits for itself
            }
            ledger.dispatches().recipients(before.id()).forEach((party, delivery) -> {
                if (earlier.containsKey(party)) {
                    earlier.get(party).add(delivery);
                }
            });
        }
        earlier.forEach((party, deliveries) -> {
            ledger.copies().follow(delivery(planned, party), deliveries);
            note(ledger, document, change, party);
        });
        ledger.copies().record(change.id(), document.id(), target.parties());
    }

    private static CopyHistory history(Ledger ledger, Dispatch document, OrganId party) {
        return CopyHistory.of(document.businessType(), ledger.statuses().lockedHistory(document.id(), party));
    }

    /** In the document's own evidence: that there is a newer one, and which. */
    private static void note(Ledger ledger, Dispatch document, Dispatch change, OrganId party) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", party.value());
        details.put("business", Integer.toString(change.businessType().code()));
        details.put("by", change.id().toString());
        ledger.audit()
                .append(new AuditNote(
                        Deed.CHANGE_ASKED,
                        change.acceptedAt(),
                        change.sender(),
                        change.submittedBy(),
                        document,
                        null,
                        details));
    }

    private static DeliveryId delivery(NewDispatch planned, OrganId party) {
        return Optional.ofNullable(planned.recipients().get(party)).orElseThrow();
    }
}
