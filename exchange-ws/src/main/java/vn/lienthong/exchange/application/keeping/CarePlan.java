package vn.lienthong.exchange.application.keeping;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something is to be done for a signed file. */
final class CarePlan {
    /** An outage that lasts seconds is made good in a minute. */
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;

    /** Renewing is nothing to do in haste: an authority may be away for a month and a list for another. */
    private static final Duration USUAL_MARGIN = Duration.ofDays(90);

    private static final Duration RENEWED_AGAIN = Duration.ofDays(1);

    private CarePlan() {}

    static Instant retry(Instant now, int attempts) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return now.plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
    }

    /** When a renewal that brought nothing is tried again: an authority does not have a new certificate each minute. */
    static Instant renewalAgain(Instant now, @Nullable Instant horizon) {
        Duration quarter =
                horizon == null ? RENEWED_AGAIN : Duration.between(now, horizon).dividedBy(4);
        Duration wait = quarter.compareTo(RENEWED_AGAIN) < 0 ? quarter : RENEWED_AGAIN;
        return now.plus(wait.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : wait);
    }

    /** 90 days before the horizon, or at three quarters of the way where that is later; null without a horizon. */
    static @Nullable Instant renewal(Instant now, @Nullable Instant horizon) {
        if (horizon == null) {
            return null;
        }
        Duration quarter = Duration.between(now, horizon).dividedBy(4);
        Duration margin = quarter.compareTo(USUAL_MARGIN) < 0 ? quarter : USUAL_MARGIN;
        return horizon.minus(margin);
    }
}
