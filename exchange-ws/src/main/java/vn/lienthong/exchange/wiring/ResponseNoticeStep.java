package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.oauth.SendResponseNotices;

/** Tells applications of answers that can be fetched, again and again. */
record ResponseNoticeStep(SendResponseNotices notices) implements BackgroundWork.Step {
    /** An application that is in a hurry polls, or signs in operation mode S. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Override
    public Duration run() {
        return notices.run() ? Duration.ZERO : INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return AFTER_FAILURE;
    }
}
