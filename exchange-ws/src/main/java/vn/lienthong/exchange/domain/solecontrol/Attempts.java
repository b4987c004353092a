package vn.lienthong.exchange.domain.solecontrol;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed tries of one factor of one official through one application, and until when the next one is refused unseen.
 *
 * <p>Three tries cost nothing but themselves: fingers slip. From then on the wait doubles, and after ten the factor is
 * locked until the official enrols again. Ten tries find a PIN of six digits with a chance of 1 in 100,000.
 *
 * @param failures in a row
 */
public record Attempts(int failures, Instant barredUntil) {
    /** No try failed. */
    public static final Attempts NONE = new Attempts(0, Instant.EPOCH);

    /** So many failures lock the factor. */
    public static final int MOST = 10;

    private static final int FREE = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    public boolean isLocked() {
        return failures >= MOST;
    }

    /** Whether a try may be looked at now. */
    public boolean permit(Instant now) {
        return !isLocked() && !barredUntil.isAfter(now);
    }

    /** One more failed; counted before the try is looked at, so that tries at the same time are all counted. */
    public Attempts failed(Instant now) {
        int count = failures + 1;
        Instant until = count < FREE ? Instant.EPOCH : now.plus(FIRST_WAIT.multipliedBy(1L << (count - FREE)));
        return new Attempts(count, until);
    }
}
