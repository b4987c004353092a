package vn.lienthong.exchange.application.capacity;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * How much anybody may ask for without saying who they are: a store of questions for each source, and one for all of them
 * together, which fill up with time. What is remembered is bounded, the longest unused goes first: a source that was
 * forgotten has its store full again, and the common one bounds what that is worth. Thread-safe.
 */
public final class StrangersPace {
    private static final int MOST = 10_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Rate ofOne;
    private final Rate ofAll;
    private final Clock clock;
    private final Map<String, Store> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Store> eldest) {
            return size() > MOST;
        }
    };
    private Store common;

    /**
     * A store's size and how it fills.
     *
     * @param atOnce what may be asked at once
     * @param aSecond what is added each second
     */
    public record Rate(int atOnce, int aSecond) {
        public Rate {
            if (aSecond < 1 || atOnce < aSecond) {
                throw new IllegalArgumentException("a store holds what fills it in a second, and something does");
            }
        }
    }

    public StrangersPace(Rate ofOne, Rate ofAll, Clock clock) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
        this.clock = clock;
        this.common = new Store(ofAll.atOnce(), clock.millis());
    }

    /**
     * The question may be answered; it is taken off both stores.
     *
     * @param cost at least one
     * @throws FailureException with {@code rate-limited} and when to come again; nothing is taken off then
     */
    public synchronized void take(String source, int cost) {
        long now = clock.millis();
        Store own = sources.getOrDefault(source, new Store(ofOne.atOnce(), now));
        double left = own.left(ofOne, now) - cost;
        double leftOfAll = common.left(ofAll, now) - cost;
        if (left < 0 || leftOfAll < 0) {
            double seconds = Math.max(-left / ofOne.aSecond(), -leftOfAll / ofAll.aSecond());
            throw new FailureException(Failure.retryLater(
                    FailureCode.RATE_LIMITED, SECOND.multipliedBy(Math.max(1, (long) Math.ceil(seconds)))));
        }
        sources.put(source, new Store(left, now));
        common = new Store(leftOfAll, now);
    }

    private record Store(double leftThen, long then) {
        double left(Rate rate, long now) {
            return Math.min(rate.atOnce(), leftThen + Math.max(0, now - then) * rate.aSecond() / 1000.0);
        }
    }
}
