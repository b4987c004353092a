package vn.lienthong.exchange.application.dispatch;

import java.util.Optional;
import vn.lienthong.exchange.domain.agency.OrganId;
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
 * what was asked.
 *
 * @param named the document that the status names
 * @param about the message whose copy it is about
 */
record Answered(Dispatch named, Dispatch about) {

    /**
     * The message that a status message speaks of, or empty if it was not exchanged through this server: then the status
     * is delivered and nothing is added.
     *
     * @throws FailureException {@code status-not-allowed} if sender and receiver of the status are not the two ends of
     *     that message
     */
    static Optional<Answered> by(Ledger ledger, EdxmlStatus status, OrganId reporter, OrganId receiver) {
        StatusCode code = status.statusCode();
        OrganId issuer = code == StatusCode.RECALLED ? reporter : receiver;
        OrganId party = code == StatusCode.RECALLED ? receiver : reporter;
        ResponseFor asked = status.responseFor();
        Optional<Dispatch> named = DocumentId.isWellFormed(asked.documentId())
                ? ledger.dispatches().document(issuer, new DocumentId(asked.documentId()), false)
                : ledger.dispatches().documentByCode(issuer, asked.code(), asked.promulgationDate(), party);
        return named.map(document -> {
            Dispatch about = by(ledger, held(ledger, document, party), code, status.description(), party);
            if (!ledger.dispatches().recipients(about.id()).containsKey(party)) {
                throw Intake.refused(FailureCode.STATUS_NOT_ALLOWED, code.code());
            }
            return new Answered(document, about);
        });
    }

    /** The message of that DocumentId that the party has: an update may have brought it to a recipient of its own. */
    private static Dispatch held(Ledger ledger, Dispatch named, OrganId party) {
        return ledger.dispatches().recipients(named.id()).containsKey(party)
                ? named
                : ledger.dispatches()
                        .holders(named.sender(), named.documentId())
                        .getOrDefault(party, named);
    }

    /** The message that the recipient's status in those words is about, where it named this one. */
    static Dispatch by(Ledger ledger, Dispatch named, StatusCode code, String words, OrganId party) {
        if (code != StatusCode.CHANGE_ACCEPTED && code != StatusCode.CHANGE_REJECTED) {
            return named;
        }
        return named.businessType() == BusinessType.RECALL
                ? ledger.copies().targetsOf(named.id(), party).stream()
                        .findFirst()
                        .orElse(named)
                : Questions.answered(ledger, named, party, code, words);
    }
}
