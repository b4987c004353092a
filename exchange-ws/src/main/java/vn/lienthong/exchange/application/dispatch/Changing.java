package vn.lienthong.exchange.application.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
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
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.NewEvent;
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
            lock(ledger, change.targets().stream().map(Target::document).toList());
        }
    }

    /** The copies of the documents, and of the updates that brought them to others, likewise. */
    static void lock(Ledger ledger, List<Dispatch> documents) {
        Set<UUID> all = new TreeSet<>();
        for (Dispatch document : documents) {
            all.add(document.id().value());
            ledger.dispatches()
                    .holders(document.sender(), document.documentId())
                    .values()
                    .forEach(held -> all.add(held.id().value()));
        }
        all.forEach(id -> ledger.copies().lock(new DispatchId(id)));
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
            boolean asked = false;
            for (Target target : change.targets()) {
                asked |= recall(ledger, planned, change, target);
            }
            if (!asked) {
                throw Intake.refused(
                        FailureCode.DOCUMENT_RECALLED,
                        planned.dispatch().documentId().value());
            }
        } else {
            change.targets().forEach(target -> supersede(ledger, planned, target));
        }
    }

    /**
     * Whoever was never given the document needs no recall of it; all others are asked.
     *
     * @return whether anybody's copy was recalled by it
     */
    private boolean recall(Ledger ledger, NewDispatch planned, PlannedChange change, Target target) {
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
        ledger.copies().record(recall.id(), target.document().id(), target.parties());
        return asked;
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
        refuseFrozen(ledger, document);
        Map<OrganId, List<DeliveryId>> earlier = new TreeMap<>();
        ledger.copies()
                .lock(document.id(), target.parties())
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
            EventKind kind = change.businessType() == BusinessType.REPLACE
                    ? EventKind.DISPATCH_REPLACED
                    : EventKind.DISPATCH_UPDATED;
            ledger.events()
                    .append(NewEvent.changed(
                            party, kind, document.id(), deliveries.getFirst(), change.id(), change.acceptedAt()));
        });
        ledger.copies().record(change.id(), document.id(), target.parties());
    }

    /** Whoever holds the document, by whichever message: a recall of one copy freezes them all. */
    private static void refuseFrozen(Ledger ledger, Dispatch document) {
        Map<OrganId, Dispatch> holders = ledger.dispatches().holders(document.sender(), document.documentId());
        for (Dispatch held : Set.copyOf(holders.values())) {
            for (Copy copy : ledger.copies().lock(held.id())) {
                boolean frozen = copy.withdrawn()
                        || history(ledger, held, copy.party())
                                .holds()
                                .question()
                                .freezes();
                if (frozen && held.equals(holders.get(copy.party()))) {
                    throw Intake.refused(
                            FailureCode.DOCUMENT_RECALLED, document.documentId().value());
                }
            }
        }
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
