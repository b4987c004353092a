package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to bring a delivery to its recipient, or became of that.
 *
 * @param actor who did it, as the audit log names them
 * @param reason in the actor's words, or empty
 * @param until the end of the lease, or of the delay that was asked for; null for others
 */
public record DeliveryAttempt(
        Kind kind,
        Instant at,
        String actor,
        String reason,
        @Nullable Instant until) {

    /** What it was. */
    public enum Kind {
        LEASED,
        /** A lease ended, and its holder had said nothing. */
        EXPIRED,
        RENEWED,
        /** The holder gave it back. */
        NACKED,
        CONFIRMED,
        /** It was given back too often. */
        SET_ASIDE,
        RESTORED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
