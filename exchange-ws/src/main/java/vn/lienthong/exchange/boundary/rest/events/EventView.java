package vn.lienthong.exchange.boundary.rest.events;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.event.CloudEvent;

/** One event. */
@Schema(name = "Event", description = "A CloudEvents 1.0 event in its JSON format, the same that a webhook is sent")
record EventView(
        @Schema(required = true, examples = "1.0") String specversion,
        @Schema(required = true, format = "uuid") String id,

        @Schema(required = true, examples = "urn:lienthong:log:lienthong-demo")
        String source,

        @Schema(required = true, examples = "vn.lienthong.dispatch.received")
        String type,

        @Schema(description = "The dispatch's id", nullable = true) @Nullable String subject,

        @Schema(required = true, description = "When it happened")
        Instant time,

        @Schema(required = true, examples = "application/json")
        String datacontenttype,

        @Schema(required = true) DataView data) {

    /** What it is about. */
    @Schema(name = "EventData", description = "Identifiers and links; never content")
    record DataView(
            @Schema(required = true, description = "Whose systems are told")
            String agency,

            @Schema(nullable = true) @Nullable String dispatchId,

            @Schema(description = "The recipient's copy that it is about", nullable = true) @Nullable String deliveryId,

            @Schema(description = "The recipient, where the sender is told", nullable = true) @Nullable String recipient,

            @Schema(description = "The business status that was reported", examples = "03", nullable = true) @Nullable String status,

            @Schema(description = "The recall, update or replacement that it came by", nullable = true) @Nullable String changeId,

            @Schema(description = "The webhook that it is about", nullable = true) @Nullable String webhookId,

            @Schema(description = "Where more is found", nullable = true) @Nullable String link) {}

    static EventView of(CloudEvent event) {
        CloudEvent.About about = event.data();
        return new EventView(
                event.specversion(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                event.datacontenttype(),
                new DataView(
                        about.agency(),
                        about.dispatchId(),
                        about.deliveryId(),
                        about.recipient(),
                        about.status(),
                        about.changeId(),
                        about.webhookId(),
                        about.link()));
    }
}
