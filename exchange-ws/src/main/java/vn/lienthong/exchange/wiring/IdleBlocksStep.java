package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;

/** Closes blocks of key uses that nobody takes from, again and again. */
record IdleBlocksStep(UsageMeter meter) implements BackgroundWork.Step {
    /** Below the time after which a block counts as idle: what is set aside in vain is soon free again. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    @Override
    public Duration run() {
        meter.closeIdle();
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
