package vn.lienthong.exchange.domain.event;

import java.util.Arrays;
import java.util.Optional;

/** What can happen; the types are stable for ever. Source: CloudEvents 1.0, attribute {@code type}. */
public enum EventKind {
    /** A document waits in the agency's mailbox. */
    DISPATCH_RECEIVED("vn.lienthong.dispatch.received"),
    /** A recipient has confirmed that it stored the agency's document. */
    DISPATCH_DELIVERED("vn.lienthong.dispatch.delivered"),
    /** The other party has reported a business status that holds. */
    DISPATCH_STATUS_CHANGED("vn.lienthong.dispatch.status-changed"),
    /** The sender wants a document back, or has taken it back. */
    DISPATCH_RECALLED("vn.lienthong.dispatch.recalled"),
    /** The sender has sent an update of a document. */
    DISPATCH_UPDATED("vn.lienthong.dispatch.updated"),
    /** The sender has sent a document that replaces one. */
    DISPATCH_REPLACED("vn.lienthong.dispatch.replaced"),
    /** The evidence that the agency's document was accepted is sealed. */
    RECEIPT_SEALED("vn.lienthong.dispatch.receipt-sealed"),
    /** A recipient's system gave a document back too often: it is off the list until somebody restores it. */
    DISPATCH_SET_ASIDE("vn.lienthong.dispatch.set-aside"),
    /** One of the agency's webhooks is not told anything any more: it failed for too long, or said that it is gone. */
    WEBHOOK_DISABLED("vn.lienthong.webhook.disabled");

    private final String type;

    EventKind(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public static Optional<EventKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
