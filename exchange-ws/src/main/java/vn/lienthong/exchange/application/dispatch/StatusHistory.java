package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.CopyHistory;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.delivery.StatusStep.Barred;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.delivery.StatusStep.Late;
import vn.lienthong.exchange.domain.delivery.StatusStep.Reason;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Adds business statuses to a document's history: each one that came, and whether it holds. */
final class StatusHistory {
    /** Where a status stands in its message. */
    private static final String FINDING = "R.MessageHeader.StatusCode";

    private StatusHistory() {}

    /**
     * The document that a status message speaks of, or empty if it was not exchanged through this server: then the
     * message is delivered and nothing is added.
     *
     * @throws FailureException {@code status-not-allowed} if sender and receiver of the status are not the two ends of
     *     that document
     */
    static Optional<Dispatch> answered(Ledger ledger, EdxmlStatus status, OrganId reporter, OrganId receiver) {
        StatusCode code = status.statusCode();
        OrganId issuer = code == StatusCode.RECALLED ? reporter : receiver;
        OrganId party = code == StatusCode.RECALLED ? receiver : reporter;
        boolean newest = code == StatusCode.CHANGE_ACCEPTED || code == StatusCode.CHANGE_REJECTED;
        ResponseFor asked = status.responseFor();
        Optional<Dispatch> answered = DocumentId.isWellFormed(asked.documentId())
                ? ledger.dispatches().document(issuer, new DocumentId(asked.documentId()), newest)
                : ledger.dispatches().documentByCode(issuer, asked.code(), newest);
        if (answered.isPresent()
                && !ledger.dispatches().recipients(answered.get().id()).containsKey(party)) {
            throw Intake.refused(FailureCode.STATUS_NOT_ALLOWED, code.code());
        }
        return answered;
    }

    /**
     * The entry stands at the end of its copy's history, or it stood there before.
     *
     * @return whether it was added
     * @throws FailureException {@code status-not-allowed} with the reason in its finding
     */
    static boolean append(Ledger ledger, StatusEntry entry, String actor) {
        Dispatch document = ledger.dispatches().find(entry.dispatch()).orElseThrow();
        CopyHistory history = CopyHistory.of(
                document.businessType(), ledger.statuses().lockedHistory(entry.dispatch(), entry.party()));
        if (history.repeats(entry.status(), entry.description())) {
            return false;
        }
        return switch (history.holds().on(entry.status())) {
            case Holds holds -> added(ledger, document, entry, actor);
            case Late late -> added(ledger, document, entry.asLate(), actor);
            case Barred barred -> throw barred(entry.status(), barred.reason());
        };
    }

    private static boolean added(Ledger ledger, Dispatch document, StatusEntry entry, String actor) {
        ledger.statuses().append(entry);
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", entry.party().value());
        details.put("status", entry.status().code());
        if (entry.late()) {
            details.put("late", "true");
        }
        ledger.audit()
                .append(new AuditNote(
                        Deed.STATUS_RECORDED, entry.recordedAt(), entry.reporter(), actor, document, null, details));
        return true;
    }

    private static FailureException barred(StatusCode status, Reason reason) {
        Finding finding = new Finding(FINDING, reason.name() + ": " + reason.detail());
        return new FailureException(
                new Failure(FailureCode.STATUS_NOT_ALLOWED, List.of(status.code()), List.of(finding)));
    }
}
