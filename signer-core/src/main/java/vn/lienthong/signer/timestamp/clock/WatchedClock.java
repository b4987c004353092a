package vn.lienthong.signer.timestamp.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison.Measured;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison.Unknown;

/**
 * A clock that is compared with others, and has no time while it is not known to be right: until the first comparison, when it
 * drifts, when it was set meanwhile, and when nobody could be asked for too long. Thread-safe.
 *
 * <p>It is right if more than half of the sources were measured, and say so. One lying source among three changes nothing.
 *
 * <p>Source: RFC 3161 §2.1 item 1; ETSI EN 319 421 §7.7.2.
 */
public final class WatchedClock implements TrustedTime {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedClock.class);

    private sealed interface State {}

    /**
     * @param time as the clock read when it was found right
     * @param nanos as the counter read at the same moment
     */
    private record Right(Instant time, long nanos) implements State {}

    private record NotRight(String detail) implements State {}

    private static final State NEVER_COMPARED = new NotRight("the clock was not compared yet");

    private final Clock clock;
    private final LongSupplier nanos;
    private final List<TimeSource> sources;
    private final Duration limit;
    private final Duration longest;
    private volatile State state = NEVER_COMPARED;
    private volatile @Nullable Duration drift;

    /**
     * A clock that has no time until {@link #compare} found it right.
     *
     * @param nanos a counter of nanoseconds that only grows, whatever the clock is set to
     * @param limit how far the clock may be from the sources, the error of the measurement included
     * @param longest how long a comparison is believed
     */
    public WatchedClock(Clock clock, LongSupplier nanos, List<TimeSource> sources, Duration limit, Duration longest) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a clock is watched by at least one source");
        }
        this.clock = clock;
        this.nanos = nanos;
        this.sources = List.copyOf(sources);
        this.limit = limit;
        this.longest = longest;
    }

    /** The clock was compared with every source. To be called again and again, by one thread. */
    public void compare() {
        int right = 0;
        int measured = 0;
        @Nullable Duration farthest = null;
        List<String> details = new ArrayList<>();
        for (TimeSource source : sources) {
            switch (source.compare()) {
                case Measured found -> {
                    measured++;
                    Duration offset = found.offset().negated();
                    farthest = farthest == null || offset.abs().compareTo(farthest.abs()) > 0 ? offset : farthest;
                    right += found.isWithin(limit) ? 1 : 0;
                    details.add(source.name() + " is " + found.offset().toMillis() + " ms ahead, ± "
                            + found.error().toMillis() + " ms");
                }
                case Unknown unknown -> details.add(unknown.detail());
            }
        }
        drift = farthest;
        if (right * 2 > sources.size()) {
            become(new Right(clock.instant(), nanos.getAsLong()), "the clock is right");
        } else if (measured * 2 > sources.size() || !(state instanceof Right)) {
            become(
                    new NotRight("the clock is not within " + limit.toMillis() + " ms: " + String.join("; ", details)),
                    "");
        } else {
            LOG.warn("the clock could not be compared: {}", String.join("; ", details));
        }
    }

    /** How far the clock was ahead of the source that differed most when it was last compared; empty if none answered. */
    public Optional<Duration> drift() {
        return Optional.ofNullable(drift);
    }

    @Override
    public Reading now() {
        return switch (state) {
            case NotRight(String detail) -> new Reading.NotAvailable(detail);
            case Right right -> since(right);
        };
    }

    private Reading since(Right right) {
        Instant now = clock.instant();
        Duration passed = Duration.ofNanos(nanos.getAsLong() - right.nanos);
        if (passed.compareTo(longest) > 0) {
            return new Reading.NotAvailable("the clock was not found right for " + passed.toSeconds() + " s");
        }
        Duration step = Duration.between(right.time.plus(passed), now).abs();
        if (step.compareTo(limit) > 0) {
            return new Reading.NotAvailable("the clock was set by " + step.toMillis() + " ms since it was compared");
        }
        return new Reading.Known(now);
    }

    private void become(State next, String said) {
        boolean before = state instanceof Right;
        boolean first = state == NEVER_COMPARED;
        state = next;
        if (next instanceof NotRight(String detail) && (before || first)) {
            LOG.warn("no timestamps are issued: {}", detail);
        } else if (next instanceof Right && !before) {
            LOG.info("{}, timestamps are issued", said);
        }
    }
}
