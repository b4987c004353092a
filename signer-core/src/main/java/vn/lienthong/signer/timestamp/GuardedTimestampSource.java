package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.asking.Breaker;
import vn.lienthong.signer.asking.RequestBudget;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/**
 * One authority that is not asked while it is known to be down, nor more often than it is to be asked. Thread-safe.
 */
public final class GuardedTimestampSource implements TimestampSource {
    private final String name;
    private final TimestampSource source;
    private final Optional<RequestBudget> budget;
    private final Breaker breaker;

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
        this.breaker = new Breaker("the authority " + name, nanos);
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
        Duration resting = breaker.rest();
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

    /** A rejection is an answer: the authority works. */
    private void settle(TimestampOutcome outcome) {
        if (outcome instanceof TimestampDown down) {
            breaker.failed(down.reason() + ": " + down.detail());
        } else {
            breaker.answered();
        }
    }
}
