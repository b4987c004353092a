package vn.lienthong.exchange.domain.event;

import java.util.UUID;

/**
 * An event that has its place in the feed.
 *
 * @param place greater than that of everything that has been in the feed before
 * @param conversation events of one follow one another
 */
public record Event(long place, UUID id, UUID conversation, NewEvent what) {}
