package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.delivery.StatusProgress;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Adds business statuses to a document's history, in the order that is allowed. */
final class StatusHistory {
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
     * @throws FailureException {@code status-not-allowed} if it cannot follow what stands there
     */
    static boolean append(Ledger ledger, StatusEntry entry, String actor) {
        List<StatusEntry> history = ledger.statuses().lockedHistory(entry.dispatch(), entry.party());
        Dispatch document = ledger.dispatches().find(entry.dispatch()).orElseThrow();
        List<StatusCode> statuses = history.stream().map(StatusEntry::status).toList();
        StatusProgress progress = StatusProgress.after(document.businessType(), statuses);
        if (progress.has(entry.status())) {
            return false;
        }
        if (!progress.allows(entry.status())) {
            throw Intake.refused(FailureCode.STATUS_NOT_ALLOWED, entry.status().code());
        }
        ledger.statuses().append(entry);
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", entry.party().value());
        details.put("status", entry.status().code());
        ledger.audit()
                .append(new AuditNote(
                        Deed.STATUS_RECORDED, entry.recordedAt(), entry.reporter(), actor, document, null, details));
        return true;
    }
}
