package vn.lienthong.exchange.domain.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a batch is.
 *
 * @param lately how many of its documents were signed or refused within {@code span}
 * @param span the last while, or the time since the batch began if that is shorter
 */
public record BatchProgress(int pending, int claimed, int signed, int refused, int lately, Duration span) {

    /** Documents a second, lately. */
    public double rate() {
        return span.isZero() ? 0 : lately * 1000.0 / Math.max(1, span.toMillis());
    }

    /** When the rest is done if it goes on like this; empty while nothing moves. */
    public Optional<Instant> end(Instant now) {
        int rest = pending + claimed;
        if (rest == 0 || lately == 0) {
            return Optional.empty();
        }
        return Optional.of(now.plusMillis(Math.round(rest * 1000.0 / rate())));
    }
}
