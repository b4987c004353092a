package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * Whose document an identifier names: what stands before its first comma. An issuer that the directory does not know is
 * the sender's affair, since offices send for those who are not connected.
 */
final class DocumentIssuer {
    private DocumentIssuer() {}

    /** @throws FailureException with {@code document-id-not-yours} if it is an agency that the caller does not act for */
    static void requireOwn(Ledger ledger, Caller caller, OrganId sender, DocumentId id) {
        int comma = id.value().indexOf(',');
        String text = comma < 0 ? "" : id.value().substring(0, comma).strip();
        if (!OrganId.isWellFormed(text)) {
            return;
        }
        OrganId named = new OrganId(text);
        OrganId issuer = ledger.agencies().resolve(List.of(named)).get(named);
        if (issuer != null && !issuer.equals(sender) && !caller.actsFor(issuer)) {
            throw Intake.refused(FailureCode.DOCUMENT_ID_NOT_YOURS, text);
        }
    }
}
