package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Which time the next timestamp says, so that a clock that went back is noticed. Thread-safe. */
final class GenTimes {
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);
    private final GenTimeReserve reserve;

    GenTimes(GenTimeReserve reserve) {
        this.reserve = reserve;
    }

    /** The time to give out; empty if the clock reads too much less than what was given out already. */
    Optional<Instant> next(Instant now, TimestampPolicy policy) {
        return policy.ordering() ? ordered(now, policy.accuracy()) : unordered(now, policy.accuracy());
    }

    /** Milliseconds are enough where the accuracy is no finer, and two timestamps may say the same. */
    private Optional<Instant> unordered(Instant now, Duration accuracy) {
        Instant genTime = now.truncatedTo(ChronoUnit.MILLIS);
        Instant before = newest.getAndAccumulate(genTime, (a, b) -> a.isAfter(b) ? a : b);
        return before.isAfter(genTime.plus(accuracy)) ? Optional.empty() : Optional.of(genTime);
    }

    /**
     * Each one later than all before (RFC 3161 §2.4.2, ordering), counted in microseconds. Where the clock stood still or
     * went back, the time runs ahead of it by half the accuracy at most: the other half is the clock's own.
     */
    private Optional<Instant> ordered(Instant now, Duration accuracy) {
        Instant read = now.truncatedTo(ChronoUnit.MICROS);
        Instant latest = now.plus(accuracy.dividedBy(2));
        while (true) {
            Instant before = newest.get();
            Instant genTime = before.isBefore(read)
                    ? read
                    : before.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
            if (genTime.isAfter(latest) || !reserve.permits(genTime)) {
                return Optional.empty();
            }
            if (newest.compareAndSet(before, genTime)) {
                return Optional.of(genTime);
            }
        }
    }
}
