package vn.lienthong.signer.asking;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a server that failed is asked again. After {@link #FAILURES} failures in a row it rests; then one question tries
 * it, and the rest doubles if that fails too. Thread-safe.
 */
public final class Breaker {
    /** One lost packet is no outage, and a third caller need not find out what two have. */
    public static final int FAILURES = 3;

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String name;
    private final LongSupplier nanos;
    private int failures;
    private Duration rest = FIRST_REST;
    private long restsUntil;

    /**
     * @param name by which operators know the server
     * @param nanos a counter of nanoseconds that only grows
     */
    public Breaker(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /** Zero if it may be asked. Who is let in after a rest is alone until it is known how that went. */
    public synchronized Duration rest() {
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

    /** It works, whatever it said. */
    public synchronized void answered() {
        if (failures >= FAILURES) {
            LOG.info("{} answers again", name);
        }
        failures = 0;
        rest = FIRST_REST;
    }

    /** It gave no answer that can be used. */
    public synchronized void failed(String why) {
        failures++;
        if (failures >= FAILURES) {
            restsUntil = nanos.getAsLong() + rest.toNanos();
            LOG.warn("{} is not asked for {}: {}", name, rest, why);
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
        }
    }
}
