package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.deadline.WatchDeadlines;

/** Warns of deadlines and marks what is missed. */
record DeadlineStep(WatchDeadlines watching) implements BackgroundWork.Step {
    /** Deadlines are told in minutes. */
    static final Duration INTERVAL = Duration.ofSeconds(15);

    @Override
    public Duration run() {
        return watching.run() > 0 ? Duration.ZERO : INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
