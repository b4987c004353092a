package vn.lienthong.exchange.domain.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * The record of one accepted message.
 *
 * @param sender the sending agency, by its present identifier
 * @param documentId the sender's; for a status message that of the document it answers
 * @param subject trích yếu; empty for a status message
 * @param promulgationDate null where the message has none
 * @param priority 0 (thường) to 4 (hỏa tốc hẹn giờ)
 * @param submittedBy the system or person that handed it in
 */
public record Dispatch(
        DispatchId id,
        MessageType type,
        OrganId sender,
        DocumentId documentId,
        BusinessType businessType,
        ContentRef content,
        String subject,
        DocumentCode code,
        @Nullable LocalDate promulgationDate,
        int priority,
        Instant acceptedAt,
        String submittedBy,
        Channel channel) {}
