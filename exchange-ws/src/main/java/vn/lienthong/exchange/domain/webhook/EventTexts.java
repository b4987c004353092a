package vn.lienthong.exchange.domain.webhook;

import vn.lienthong.exchange.domain.event.CloudEvent;

/** Events in the octets that are sent and signed. Thread-safe. */
public interface EventTexts {
    /** The event in CloudEvents' JSON format. */
    byte[] octets(CloudEvent event);
}
