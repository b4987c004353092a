package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.oauth.RemoveExpired;

/** Removes tokens, codes and requests that have long expired, again and again. */
record RemoveExpiredStep(RemoveExpired expired) implements BackgroundWork.Step {
    /** What is kept for a week may stay an hour more. */
    static final Duration INTERVAL = Duration.ofHours(1);

    @Override
    public Duration run() {
        expired.run();
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
