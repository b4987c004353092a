package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.signer.timestamp.clock.WatchedClock;

/** Compares the clock of the timestamps with its sources, again and again. */
record ClockStep(WatchedClock clock, Duration interval) implements BackgroundWork.Step {
    @Override
    public Duration run() {
        clock.compare();
        return interval;
    }

    @Override
    public Duration afterFailure() {
        return interval;
    }
}
