package vn.lienthong.exchange.application.dispatch;

import java.time.Instant;
import java.util.List;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.failure.Failure;

/** How one submission ended. */
public sealed interface AcceptOutcome {

    /**
     * The message is durable and on its way to each recipient.
     *
     * @param recipients by their present identifiers, sorted
     * @param repeated whether it had been accepted before: everything else is as it was then
     */
    record Accepted(
            DispatchId id,
            DocumentId documentId,
            Instant acceptedAt,
            ContentRef content,
            List<OrganId> recipients,
            boolean repeated)
            implements AcceptOutcome {
        public Accepted {
            recipients = List.copyOf(recipients);
        }
    }

    /** Nothing was stored. */
    record Refused(Failure failure) implements AcceptOutcome {}
}
