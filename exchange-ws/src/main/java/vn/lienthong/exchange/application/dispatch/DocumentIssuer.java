package vn.lienthong.exchange.application.dispatch;

import java.util.Optional;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlMessage;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Whose document an identifier names: what stands before its first comma. An issuer that the directory does not know is
 * the sender's affair, since offices send for those who are not connected.
 */
final class DocumentIssuer {
    private DocumentIssuer() {}

    /** What the document's identifier names as an agency, whether there is one; a status has no identifier of its own. */
    static Optional<OrganId> named(EdxmlMessage message) {
        return message instanceof EdxmlDocument document
                ? Optional.of(issuer(document.header().documentId()))
                        .filter(OrganId::isWellFormed)
                        .map(OrganId::new)
                : Optional.empty();
    }

    private static String issuer(DocumentId id) {
        int comma = id.value().indexOf(',');
        return comma < 0 ? "" : id.value().substring(0, comma).strip();
    }

    /** @throws FailureException with {@code document-id-not-yours} if it is an agency that the caller does not act for */
    static void requireOwn(Caller caller, Addressing addressing, DocumentId id) {
        OrganId issuer = addressing.issuer();
        if (issuer != null && !issuer.equals(addressing.sender()) && !caller.actsFor(issuer)) {
            throw Intake.refused(FailureCode.DOCUMENT_ID_NOT_YOURS, issuer(id));
        }
    }
}
