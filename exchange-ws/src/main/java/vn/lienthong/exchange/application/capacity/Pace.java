package vn.lienthong.exchange.application.capacity;

import java.time.Duration;

/**
 * How fast octets have to move for somebody to keep a thread waiting for them.
 *
 * @param octetsPerSecond the least, on average over any time that is longer than the grace
 * @param grace how long nothing need move: a lost packet, a sender that thinks
 * @param deadline by when all has to be over, however fast it moves
 */
public record Pace(long octetsPerSecond, Duration grace, Duration deadline) {
    public Pace {
        if (octetsPerSecond < 1 || grace.isNegative() || grace.isZero() || deadline.compareTo(grace) < 0) {
            throw new IllegalArgumentException("a pace is at least one octet, a grace, and a deadline not before it");
        }
    }
}
