package vn.lienthong.exchange.application.event;

import java.util.List;
import vn.lienthong.exchange.domain.event.Event;

/**
 * A piece of the feed.
 *
 * @param cursor from where to go on, also where there was nothing
 * @param place what the cursor stands for
 */
public record FeedPage(List<Event> events, String cursor, long place) {
    public FeedPage {
        events = List.copyOf(events);
    }
}
