package vn.lienthong.exchange.infrastructure.clock;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.ledger.IdSource;

/**
 * UUIDs of version 7: milliseconds, a counter within the millisecond, and 62 random bits. Thread-safe. If the clock
 * steps back, the last millisecond goes on.
 *
 * <p>Source: RFC 9562 §5.7, §6.2 method 1.
 */
public final class MonotonicIds implements IdSource {
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;

    /** Milliseconds and counter of the last id, as one number. */
    private long last;

    public MonotonicIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long stamp = stamp();
        long most = stamp >>> COUNTER_BITS << 16 | 0x7000 | stamp & 0xfff;
        long least = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** A counter that runs over carries into the milliseconds, so order holds also then. */
    private synchronized long stamp() {
        long now = clock.millis() << COUNTER_BITS;
        last = Math.max(now, last + 1);
        return last;
    }
}
