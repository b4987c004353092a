package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.receipt.SignOfLife;

/** Keeps a log in which nothing happens from looking as if something were withheld. */
record SignOfLifeStep(SignOfLife signOfLife) implements BackgroundWork.Step {
    /** 144 batches a day at most, where an agency's log has thousands. */
    static final Duration OLDEST_HEAD = Duration.ofMinutes(10);

    static final Duration INTERVAL = Duration.ofMinutes(1);

    @Override
    public Duration run() {
        signOfLife.give();
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
