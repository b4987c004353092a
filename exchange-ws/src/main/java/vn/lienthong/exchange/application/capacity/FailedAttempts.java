package vn.lienthong.exchange.application.capacity;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Slows down whoever tries one secret after the other. A source may fail a few times at once, and then once every while;
 * a proof that was good lately from there is let through whatever else comes from there, so that a stranger behind the same
 * address locks nobody out. What is remembered is bounded, the longest unused goes first. Thread-safe.
 */
public final class FailedAttempts {
    /** Sources and proofs that are remembered, each. */
    private static final int MOST = 10_000;

    private final int atOnce;
    private final Duration every;
    private final Duration goodFor;
    private final Clock clock;
    private final Map<String, Attempts> sources = new Bounded<>();
    private final Map<String, Long> good = new Bounded<>();

    /**
     * @param atOnce how many failures a source has free
     * @param every after which time it has another one
     * @param goodFor how long a good proof is remembered
     */
    public FailedAttempts(int atOnce, Duration every, Duration goodFor, Clock clock) {
        this.atOnce = atOnce;
        this.every = every;
        this.goodFor = goodFor;
        this.clock = clock;
    }

    /**
     * To be asked before a proof is looked at.
     *
     * @param proof what the source proves itself by: a name, or a digest, never a secret
     * @throws FailureException with {@code rate-limited} and when to come again
     */
    public synchronized void require(String source, String proof) {
        Attempts attempts = sources.get(source);
        long now = clock.millis();
        if (attempts == null || attempts.left(now) >= 1 || isGood(source, proof, now)) {
            return;
        }
        throw new FailureException(Failure.retryLater(FailureCode.RATE_LIMITED, every));
    }

    /** The proof was no good. */
    public synchronized void failed(String source) {
        long now = clock.millis();
        Attempts attempts = sources.get(source);
        double left = attempts == null ? atOnce : attempts.left(now);
        sources.put(source, new Attempts(Math.max(0, left - 1), now));
    }

    /** The proof was good. */
    public synchronized void succeeded(String source, String proof) {
        good.put(key(source, proof), clock.millis());
    }

    private boolean isGood(String source, String proof, long now) {
        Long since = good.get(key(source, proof));
        return since != null && now - since <= goodFor.toMillis();
    }

    private static String key(String source, String proof) {
        return source + '\n' + proof;
    }

    /** How many failures were left at a time. */
    private final class Attempts {
        private final double leftThen;
        private final long then;

        Attempts(double leftThen, long then) {
            this.leftThen = leftThen;
            this.then = then;
        }

        double left(long now) {
            return Math.min(atOnce, leftThen + (double) (now - then) / every.toMillis());
        }
    }

    private static final class Bounded<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    }
}
