package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.keeping.EndOfCare;

/** Removes signed files that were in care for as long as the operator's rule says, again and again. */
record EndOfCareStep(EndOfCare end) implements BackgroundWork.Step {
    /** The rule counts days. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    @Override
    public Duration run() {
        end.removeByRule();
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
