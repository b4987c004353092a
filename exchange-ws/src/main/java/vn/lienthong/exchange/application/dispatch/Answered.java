package vn.lienthong.exchange.application.dispatch;

import java.util.Optional;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.CopyHistory;
import vn.lienthong.exchange.domain.delivery.Question;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * Which message a status speaks of. A recall, an update and their document share one DocumentId, so 15 and 16 belong to
 * what was asked: a recall that waits for its answer, or else the newest update or replacement.
 */
final class Answered {
    private Answered() {}

    /**
     * The message that a status message speaks of, or empty if it was not exchanged through this server: then the status
     * is delivered and nothing is added.
     *
     * @throws FailureException {@code status-not-allowed} if sender and receiver of the status are not the two ends of
     *     that message
     */
    static Optional<Dispatch> by(Ledger ledger, EdxmlStatus status, OrganId reporter, OrganId receiver) {
        StatusCode code = status.statusCode();
        OrganId issuer = code == StatusCode.RECALLED ? reporter : receiver;
        OrganId party = code == StatusCode.RECALLED ? receiver : reporter;
        ResponseFor asked = status.responseFor();
        Optional<Dispatch> named = DocumentId.isWellFormed(asked.documentId())
                ? ledger.dispatches().document(issuer, new DocumentId(asked.documentId()), false)
                : ledger.dispatches().documentByCode(issuer, asked.code(), asked.promulgationDate(), party);
        Optional<Dispatch> answered = named.map(document -> by(ledger, held(ledger, document, party), code, party));
        if (answered.isPresent()
                && !ledger.dispatches().recipients(answered.get().id()).containsKey(party)) {
            throw Intake.refused(FailureCode.STATUS_NOT_ALLOWED, code.code());
        }
        return answered;
    }

    /** The message of that DocumentId that the party has: an update may have brought it to a recipient of its own. */
    private static Dispatch held(Ledger ledger, Dispatch named, OrganId party) {
        return ledger.dispatches().recipients(named.id()).containsKey(party)
                ? named
                : ledger.dispatches()
                        .holders(named.sender(), named.documentId())
                        .getOrDefault(party, named);
    }

    /** The message that the recipient's status is about, where it named this one. */
    static Dispatch by(Ledger ledger, Dispatch named, StatusCode code, OrganId party) {
        if (code != StatusCode.CHANGE_ACCEPTED && code != StatusCode.CHANGE_REJECTED) {
            return named;
        }
        Dispatch document = named.businessType() == BusinessType.RECALL
                ? ledger.copies().targetsOf(named.id(), party).stream().findFirst().orElse(named)
                : named;
        Question question = CopyHistory.of(
                        document.businessType(),
                        ledger.statuses().history(document.id()).stream()
                                .filter(entry -> entry.party().equals(party))
                                .toList())
                .holds()
                .question();
        if (question == Question.RECALL_ASKED || named.businessType() == BusinessType.RECALL) {
            return document;
        }
        return ledger.copies().changesOf(document.id(), Optional.of(party)).stream()
                .filter(change -> change.businessType() != BusinessType.RECALL)
                .reduce((one, newer) -> newer)
                .orElse(document);
    }
}
