package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.Copies.Copy;
import vn.lienthong.exchange.domain.delivery.CopyHistory;
import vn.lienthong.exchange.domain.delivery.CopyState;
import vn.lienthong.exchange.domain.delivery.Question;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.delivery.StatusStep;
import vn.lienthong.exchange.domain.delivery.StatusStep.Barred;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.delivery.StatusStep.Late;
import vn.lienthong.exchange.domain.delivery.StatusStep.Reason;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.NewEvent;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Adds business statuses to the history of a recipient's copy: each one that came, whether it holds, and its effect. */
final class StatusHistory {
    /** Where a status stands in its message. */
    private static final String FINDING = "R.MessageHeader.StatusCode";

    private StatusHistory() {}

    /**
     * The entry stands at the end of its copy's history, or it stood there before.
     *
     * @throws FailureException {@code status-not-allowed} with the reason in its finding; {@code delivery-withdrawn} for
     *     a report about a copy that its recipient was never given
     */
    static StatusRecording append(Ledger ledger, StatusEntry entry, String actor) {
        Copy copy = copy(ledger, entry);
        if (copy.withdrawn() && !copy.given()) {
            if (entry.status() == StatusCode.RECALLED) {
                return StatusRecording.MOOT;
            }
            throw Intake.refused(FailureCode.DELIVERY_WITHDRAWN, copy.id().toString());
        }
        Dispatch document = ledger.dispatches().find(entry.dispatch()).orElseThrow();
        CopyHistory history = history(ledger, document, entry);
        if (history.repeats(entry.status(), entry.description())) {
            return StatusRecording.KNOWN;
        }
        StatusStep step = history.holds().on(entry.status());
        return switch (step) {
            case Holds(CopyState next) -> holding(ledger, document, copy, entry, next, actor);
            case Late late -> {
                add(ledger, document, copy, entry.asLate(), actor);
                yield StatusRecording.ADDED;
            }
            case Barred(Reason reason) -> throw barred(entry.status(), reason);
        };
    }

    /** As {@link #append} for the 13 that a recall order stands for; whoever cannot be asked any more is passed over. */
    static StatusRecording order(Ledger ledger, StatusEntry entry, String actor) {
        Copy copy = copy(ledger, entry);
        Dispatch document = ledger.dispatches().find(entry.dispatch()).orElseThrow();
        CopyHistory history = history(ledger, document, entry);
        if (copy.withdrawn() || history.repeatsOrder(entry.description())) {
            return StatusRecording.KNOWN;
        }
        return switch (history.holds().onRecallOrder()) {
            case Holds(CopyState next) -> holding(ledger, document, copy, entry, next, actor);
            case Late late -> {
                add(ledger, document, copy, entry.asLate(), actor);
                yield StatusRecording.KNOWN;
            }
            case Barred barred -> StatusRecording.KNOWN;
        };
    }

    private static Copy copy(Ledger ledger, StatusEntry entry) {
        return ledger.copies().lock(entry.dispatch(), List.of(entry.party())).getFirst();
    }

    private static CopyHistory history(Ledger ledger, Dispatch document, StatusEntry entry) {
        return CopyHistory.of(
                document.businessType(), ledger.statuses().lockedHistory(entry.dispatch(), entry.party()));
    }

    private static StatusRecording holding(
            Ledger ledger, Dispatch document, Copy copy, StatusEntry entry, CopyState next, String actor) {
        add(ledger, document, copy, entry, actor);
        if (entry.reporter().equals(entry.party())) {
            ledger.copies().give(copy.id(), entry.recordedAt()); // who reports on a copy has it
            ledger.deadlines().met(copy.id(), entry.recordedAt());
        }
        if (entry.status() == StatusCode.RECALLED && !copy.given()) {
            withdraw(ledger, document, copy, entry, actor);
            return StatusRecording.WITHDRAWN;
        }
        if (entry.status() == StatusCode.CHANGE_ACCEPTED && next.question() == Question.RECALL_AGREED) {
            withdraw(ledger, document, copy, entry, actor);
        }
        return StatusRecording.ADDED;
    }

    /** The copy and the updates of it are off the recipient's list. */
    private static void withdraw(Ledger ledger, Dispatch document, Copy copy, StatusEntry why, String actor) {
        ledger.copies().withdraw(copy.id(), why.recordedAt());
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", copy.party().value());
        details.put("after", why.status().code());
        ledger.audit()
                .append(new AuditNote(
                        Deed.DELIVERY_WITHDRAWN, why.recordedAt(), why.reporter(), actor, document, null, details));
        for (Dispatch change : ledger.copies().changesOf(document.id(), Optional.of(copy.party()))) {
            if (change.businessType() != BusinessType.RECALL
                    && change.documentId().equals(document.documentId())) {
                for (Copy updated : ledger.copies().lock(change.id(), List.of(copy.party()))) {
                    withdraw(ledger, change, updated, why, actor);
                }
            }
        }
    }

    private static void add(Ledger ledger, Dispatch document, Copy copy, StatusEntry entry, String actor) {
        ledger.statuses().append(entry);
        if (!entry.late()) {
            ledger.events().append(event(document, copy, entry));
        }
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", entry.party().value());
        details.put("status", entry.status().code());
        if (entry.late()) {
            details.put("late", "true");
        }
        if (entry.message() != null) {
            details.put("by", entry.message().toString());
        }
        OrganId reporter = entry.reporter();
        ledger.audit()
                .append(new AuditNote(
                        Deed.STATUS_RECORDED, entry.recordedAt(), reporter, actor, document, null, details));
    }

    /** For the other party: who reports knows it. */
    private static NewEvent event(Dispatch document, Copy copy, StatusEntry entry) {
        if (entry.status() == StatusCode.RECALLED) {
            return NewEvent.changed(
                    entry.party(),
                    EventKind.DISPATCH_RECALLED,
                    document.id(),
                    copy.id(),
                    entry.message(),
                    entry.recordedAt());
        }
        boolean bySender = !entry.reporter().equals(entry.party());
        return new NewEvent(
                bySender ? entry.party() : document.sender(),
                EventKind.DISPATCH_STATUS_CHANGED,
                document.id(),
                copy.id(),
                entry.party(),
                entry.status(),
                null,
                entry.recordedAt());
    }

    private static FailureException barred(StatusCode status, Reason reason) {
        Finding finding = new Finding(FINDING, reason.name() + ": " + reason.detail());
        return new FailureException(
                new Failure(FailureCode.STATUS_NOT_ALLOWED, List.of(status.code()), List.of(finding)));
    }
}
