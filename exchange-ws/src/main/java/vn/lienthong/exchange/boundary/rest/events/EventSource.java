package vn.lienthong.exchange.boundary.rest.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.event.CloudEvent;
import vn.lienthong.exchange.domain.event.Event;

/**
 * Of which server events are told.
 *
 * @param logId the name of its log
 * @param address under which others know it, where it is configured
 */
public record EventSource(String logId, @Nullable URI address) {
    CloudEvent told(Event event) {
        return CloudEvent.of(event, logId, address);
    }
}
