package vn.lienthong.exchange.boundary.rest.events;

import jakarta.ws.rs.container.AsyncResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.lienthong.exchange.application.event.AwaitEvents;
import vn.lienthong.exchange.application.event.FeedPage;
import vn.lienthong.exchange.application.event.FeedQuery;
import vn.lienthong.exchange.application.event.ReadFeed;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Answers with a piece of the feed as soon as there is one, or with an empty one when the time is up. Thread-safe. */
public final class LongPoll {
    private final ReadFeed feed;
    private final AwaitEvents events;
    private final CloudEvent.Source source;
    private final Clock clock;

    public LongPoll(ReadFeed feed, AwaitEvents events, CloudEvent.Source source, Clock clock) {
        this.feed = feed;
        this.events = events;
        this.source = source;
        this.clock = clock;
    }

    /** What is wrong with the query, or that too many wait already, is thrown here; later on nothing is. */
    void answer(Caller caller, FeedQuery query, Duration longest, AsyncResponse answer) {
        FeedPage page = feed.page(caller, query);
        if (longest.isZero() || !page.events().isEmpty()) {
            answer.resume(EventPage.of(page, source));
            return;
        }
        Set<OrganId> agencies = feed.agencies(caller, query);
        await(
                new Poll(
                        caller,
                        agencies,
                        query.from(page.cursor()),
                        clock.instant().plus(longest),
                        answer),
                page);
    }

    private void await(Poll poll, FeedPage empty) {
        Duration left = Duration.between(clock.instant(), poll.until);
        events.await(poll.caller.name(), poll.agencies, empty.place(), left, () -> look(poll, empty));
    }

    /** Other events may have woken it, and others of the caller's may wait instead by now. */
    private void look(Poll poll, FeedPage empty) {
        FeedPage page = empty;
        try {
            page = feed.page(poll.caller, poll.query.from(empty.cursor()));
            if (page.events().isEmpty() && clock.instant().isBefore(poll.until)) {
                await(poll, page);
                return;
            }
        } catch (FailureException e) {
            page = empty; // the same question gets the problem as an answer
        }
        poll.answer.resume(EventPage.of(page, source));
    }

    private record Poll(Caller caller, Set<OrganId> agencies, FeedQuery query, Instant until, AsyncResponse answer) {}
}
