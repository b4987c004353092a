package vn.lienthong.exchange.domain.acceptance;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.Attachment;

/**
 * A message that is taken in, with all that is to be remembered of it.
 *
 * @param recipients each recipient's delivery, by the agency's present identifier
 * @param follows the message whose conversation it belongs to, since it changes that one; null where it begins its own
 */
public record Acceptance(
        Dispatch dispatch,
        SortedMap<OrganId, DeliveryId> recipients,
        List<Attachment> attachments,
        @Nullable DispatchId follows) {
    public Acceptance {
        recipients = Collections.unmodifiableSortedMap(new TreeMap<>(recipients));
        attachments = List.copyOf(attachments);
    }

    /** What the audit log says of it. */
    public AuditNote note() {
        return new AuditNote(
                Deed.DISPATCH_ACCEPTED,
                dispatch.acceptedAt(),
                dispatch.sender(),
                dispatch.submittedBy(),
                dispatch,
                new AuditNote.Envelope(List.copyOf(recipients.keySet()), attachments),
                new TreeMap<>());
    }
}
