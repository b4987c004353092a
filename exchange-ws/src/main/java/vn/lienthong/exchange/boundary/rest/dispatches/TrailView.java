package vn.lienthong.exchange.boundary.rest.dispatches;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.TrailEvent;
import vn.lienthong.exchange.boundary.rest.view.LinkView;
import vn.lienthong.exchange.domain.delivery.StatusEntry;

/** What happened to a document. */
@Schema(name = "Trail", description = "Oldest first")
record TrailView(@Schema(required = true) List<Event> items) {

    /** One thing that happened. */
    @Schema(name = "TrailEvent")
    record Event(
            @Schema(required = true) Instant at,

            @Schema(
                    required = true,
                    enumeration = {"accepted", "given", "confirmed", "withdrawn", "status", "change"})
            String event,

            @Schema(required = true, description = "The recipient whose copy it is about")
            String recipient,

            @Schema(description = "With `status`: who reported what", nullable = true) @Nullable Reported status,

            @Schema(description = "With `change`: the recall, update or replacement", nullable = true) @Nullable LinkView change) {}

    /** A business status. */
    @Schema(name = "TrailStatus")
    record Reported(
            @Schema(required = true) String code,

            @Schema(required = true) String reporter,

            @Schema(required = true) String description,

            @Schema(required = true, description = "It came out of order: what held before it still held after it")
            boolean late) {

        static Reported of(StatusEntry entry) {
            return new Reported(entry.status().code(), entry.reporter().value(), entry.description(), entry.late());
        }
    }

    static TrailView of(List<TrailEvent> events) {
        return new TrailView(events.stream().map(TrailView::event).toList());
    }

    private static Event event(TrailEvent event) {
        String recipient = event.recipient().value();
        return switch (event) {
            case TrailEvent.Transported leg ->
                new Event(leg.at(), leg.leg().name().toLowerCase(Locale.ROOT), recipient, null, null);
            case TrailEvent.Reported reported ->
                new Event(reported.at(), "status", recipient, Reported.of(reported.entry()), null);
            case TrailEvent.Changed changed ->
                new Event(changed.at(), "change", recipient, null, LinkView.of(changed.link()));
        };
    }
}
