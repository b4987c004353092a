package vn.lienthong.exchange.application.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.Events.Span;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Wakes those who wait for something in the feed. However many wait, on this node one look at the database is made for all,
 * and none of them has a thread. Thread-safe.
 */
public final class AwaitEvents {
    /** The longest that anybody waits: proxies on the way cut connections that are silent for longer. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** Of one caller; each is a connection that stays open. */
    private static final int OF_ONE = 20;

    /** On this node. */
    private static final int OF_ALL = 5_000;

    private static final Duration BUSY = Duration.ofSeconds(5);

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Executor threads;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> ofOne = new ConcurrentHashMap<>();

    /** @param threads where those who are woken go on */
    public AwaitEvents(UnitOfWork unitOfWork, Clock clock, Executor threads) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * {@code wake} is run once: soon after one of the agencies is told something behind that place, or when the time is up.
     *
     * @throws FailureException {@code rate-limited} if this caller, or everybody together, has too many that wait
     */
    public void await(String caller, Set<OrganId> agencies, long place, Duration longest, Runnable wake) {
        boolean tooMany = ofOne.merge(caller, 1, Integer::sum) > OF_ONE;
        if (tooMany || waiters.size() >= OF_ALL) {
            leave(caller);
            throw new FailureException(Failure.retryLater(FailureCode.RATE_LIMITED, BUSY));
        }
        waiters.add(new Waiter(caller, Set.copyOf(agencies), clock.instant().plus(longest), wake, place));
    }

    /** Those who have something to hear, or have waited long enough, are woken. */
    public void look() {
        if (waiters.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long looked = waiters.stream().mapToLong(waiter -> waiter.looked).min().orElse(0);
        Span news = unitOfWork.reading(
                ledger -> new Span(looked, ledger.events().horizon().newest()));
        Set<OrganId> told = news.isEmpty()
                ? Set.of()
                : unitOfWork.reading(ledger -> ledger.events().agenciesOf(news));
        for (Waiter waiter : waiters) {
            boolean hears = waiter.looked < news.last() && !Collections.disjoint(waiter.agencies, told);
            if (hears || !now.isBefore(waiter.until)) {
                release(waiter);
            } else if (waiter.looked < news.last() && waiter.looked >= news.after()) {
                waiter.looked = news.last();
            }
        }
    }

    /** How many wait on this node. */
    public int waiting() {
        return waiters.size();
    }

    /** Everybody is woken: the server stops. */
    public void release() {
        waiters.forEach(this::release);
    }

    private void release(Waiter waiter) {
        if (waiters.remove(waiter)) {
            leave(waiter.caller);
            threads.execute(waiter.wake);
        }
    }

    private void leave(String caller) {
        ofOne.computeIfPresent(caller, (name, count) -> count <= 1 ? null : count - 1);
    }

    private static final class Waiter {
        private final String caller;
        private final Set<OrganId> agencies;
        private final Instant until;
        private final Runnable wake;

        /** Nothing for it stands at this place or before. */
        private volatile long looked;

        Waiter(String caller, Set<OrganId> agencies, Instant until, Runnable wake, long looked) {
            this.caller = caller;
            this.agencies = agencies;
            this.until = until;
            this.wake = wake;
            this.looked = looked;
        }
    }
}
