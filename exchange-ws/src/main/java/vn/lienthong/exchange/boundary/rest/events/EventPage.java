package vn.lienthong.exchange.boundary.rest.events;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.application.event.FeedPage;
import vn.lienthong.exchange.domain.event.CloudEvent;

/** A piece of the feed. */
@Schema(
        name = "EventPage",
        description = "In the order in which a reader can rely on: nothing comes in before these later")
record EventPage(
        @Schema(required = true) List<EventView> items,

        @Schema(
                required = true,
                description = "Give it as `after` to go on; it is there on every page, also on an empty one")
        String nextCursor) {

    static EventPage of(FeedPage page, CloudEvent.Source source) {
        return new EventPage(
                page.events().stream()
                        .map(event -> EventView.of(source.told(event)))
                        .toList(),
                page.cursor());
    }
}
