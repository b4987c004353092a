package vn.lienthong.signer.timestamp;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What an answer of an authority has to be like.
 *
 * @param policy the only one that is acceptable, in dotted form; empty for any
 * @param clock ours
 * @param tolerance how far the timestamp's time may be from ours, its accuracy and the way included
 */
public record ExpectedAnswer(TimestampTrust trust, Optional<String> policy, Clock clock, Duration tolerance) {
    /** Clocks that NTP keeps differ by less than a second; this leaves room for one that nobody keeps well. */
    public static final Duration TOLERANCE = Duration.ofMinutes(1);

    public ExpectedAnswer {
        if (tolerance.isNegative() || tolerance.isZero()) {
            throw new IllegalArgumentException("a timestamp's time may differ a little");
        }
    }
}
