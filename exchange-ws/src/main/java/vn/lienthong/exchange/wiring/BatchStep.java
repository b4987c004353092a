package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.batch.SignBatches;

/** Signs documents of batches, again and again. */
record BatchStep(SignBatches signing) implements BackgroundWork.Step {
    /** How long a batch waits for its first worker when nothing else is to do: unnoticed by people, cheap to ask. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Override
    public Duration run() {
        return signing.run() ? Duration.ZERO : INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return AFTER_FAILURE;
    }
}
