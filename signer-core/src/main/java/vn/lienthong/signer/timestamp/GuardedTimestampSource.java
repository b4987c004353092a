package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/**
 * One authority that is not asked while it is known to be down, nor more often than it is to be asked. Thread-safe.
 *
 * <p>After {@link #FAILURES} failures in a row it rests; then one question tries it, and the rest doubles if that fails too.
 */
public final class GuardedTimestampSource implements TimestampSource {
    /** One lost packet is no outage, and a third caller need not find out what two have. */
    static final int FAILURES = 3;

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTimestampSource.class);

    private final String name;
    private final TimestampSource source;
    private final Optional<RequestBudget> budget;
    private final LongSupplier nanos;
    private int failures;
    private Duration rest = FIRST_REST;
    private long restsUntil;

    /**
     * @param name by which operators know it
     * @param perMinute how many questions it may be asked; empty for any number
     * @param nanos a counter of nanoseconds that only grows
     */
    public GuardedTimestampSource(
            String name, TimestampSource source, Optional<Integer> perMinute, LongSupplier nanos) {
        this.name = name;
        this.source = source;
        this.budget = perMinute.map(number -> new RequestBudget(number, nanos));
        this.nanos = nanos;
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
        Duration resting = rest();
        if (resting.isPositive()) {
            return new TimestampDown(DownReason.RESTING, resting, name + " failed lately and is not asked now");
        }
        Duration wait = budget.map(RequestBudget::take).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return new TimestampDown(DownReason.RESTING, wait, name + " was asked as often as it may be");
        }
        TimestampOutcome outcome = source.timestamp(messageImprint, atMost);
        settle(outcome);
        return outcome;
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint) {
        return timestamp(messageImprint, TimestampSource.PATIENT);
    }

    /** Zero if it may be asked. Who is let in after a rest is alone until it is known how that went. */
    private synchronized Duration rest() {
        if (failures < FAILURES) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        if (restsUntil > now) {
            return Duration.ofNanos(restsUntil - now);
        }
        restsUntil = now + rest.toNanos();
        return Duration.ZERO;
    }

    /** A rejection is an answer: the authority works. */
    private synchronized void settle(TimestampOutcome outcome) {
        if (!(outcome instanceof TimestampDown down)) {
            if (failures >= FAILURES) {
                LOG.info("the authority {} answers again", name);
            }
            failures = 0;
            rest = FIRST_REST;
            return;
        }
        failures++;
        if (failures >= FAILURES) {
            restsUntil = nanos.getAsLong() + rest.toNanos();
            LOG.warn("the authority {} is not asked for {}: {}: {}", name, rest, down.reason(), down.detail());
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
        }
    }
}
