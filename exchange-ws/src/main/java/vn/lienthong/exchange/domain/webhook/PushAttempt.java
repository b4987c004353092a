package vn.lienthong.exchange.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a webhook was called, and how it went.
 *
 * @param number greater than that of every attempt before; 0 while it is not recorded
 * @param event what it was told of, or null where it was asked to prove itself
 * @param status of the answer, or null where there was none
 * @param error why it was not taken, or empty
 */
public record PushAttempt(
        long number,
        WebhookId webhook,
        @Nullable UUID event,
        Instant at,
        @Nullable Integer status,
        Duration took,
        String error,
        Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        TAKEN,
        RETRY,
        GIVEN_UP;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
