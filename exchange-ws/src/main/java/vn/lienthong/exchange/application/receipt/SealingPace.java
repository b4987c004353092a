package vn.lienthong.exchange.application.receipt;

import java.time.Duration;

/**
 * When to seal next. Pure but for the count of failures; of one worker.
 *
 * <p>Idle or done, after the interval; at once while more waits; after a failure twice as long each time, up to
 * {@link #LONGEST}.
 */
public final class SealingPace {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration interval;
    private int failures;

    /** @param interval how long entries wait for company at most; one second keeps evidence prompt and batches large */
    public SealingPace(Duration interval) {
        this.interval = interval;
    }

    /** How long to wait after a run that ended so. */
    public Duration after(SealingRun run) {
        if (!(run instanceof SealingRun.Postponed)) {
            failures = 0;
        }
        return switch (run) {
            case SealingRun.SealedEntries sealed when sealed.moreWaits() -> Duration.ZERO;
            case SealingRun.SealedEntries sealed -> interval;
            case SealingRun.NothingWaits nothing -> interval;
            case SealingRun.AnotherNodeWasFirst another -> interval;
            case SealingRun.Postponed postponed -> failed(postponed.retryAfter());
        };
    }

    /** How long to wait after a run that ended in an exception, such as a database that is away. */
    public Duration afterFailure() {
        return failed(interval);
    }

    private Duration failed(Duration atLeast) {
        Duration doubled = interval.multipliedBy(1L << Math.min(failures, 16));
        failures++;
        Duration wait = doubled.compareTo(atLeast) > 0 ? doubled : atLeast;
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
