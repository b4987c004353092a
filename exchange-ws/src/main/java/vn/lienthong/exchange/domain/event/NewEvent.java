package vn.lienthong.exchange.domain.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * Something that happened; identifiers and codes alone, never content.
 *
 * @param agency whose systems are told
 * @param dispatch the message that it happened to, or null where it happened to none
 * @param delivery the copy that it happened to, where it was one
 * @param party the recipient whose copy that is, where the sender is told
 * @param status what was reported
 * @param related what it came by: the message that changes this one
 */
public record NewEvent(
        OrganId agency,
        EventKind kind,
        @Nullable DispatchId dispatch,
        @Nullable DeliveryId delivery,
        @Nullable OrganId party,
        @Nullable StatusCode status,
        @Nullable UUID related,
        Instant at) {

    /** A recipient stored the agency's document. */
    public static NewEvent delivered(
            OrganId sender, DispatchId dispatch, DeliveryId delivery, OrganId party, Instant at) {
        return new NewEvent(sender, EventKind.DISPATCH_DELIVERED, dispatch, delivery, party, null, null, at);
    }

    /** The sender changes a recipient's copy by that message, or wants it back. */
    public static NewEvent changed(
            OrganId party, EventKind kind, DispatchId document, DeliveryId copy, @Nullable DispatchId by, Instant at) {
        return new NewEvent(party, kind, document, copy, null, null, by == null ? null : by.value(), at);
    }
}
