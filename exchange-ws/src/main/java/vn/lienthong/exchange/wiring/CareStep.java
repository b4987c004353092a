package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.keeping.CompleteSignatures;

/** Completes and renews signed files in the server's care, again and again. */
record CareStep(CompleteSignatures completing) implements BackgroundWork.Step {
    /** What is due is tried a minute after it failed, at the earliest. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    @Override
    public Duration run() {
        return completing.run() ? Duration.ZERO : INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return Duration.ofMinutes(1);
    }
}
