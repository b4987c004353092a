package vn.lienthong.exchange.wiring;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.domain.relay.PeerException;

/**
 * One direction of a line to another exchange, again and again. That a peer cannot be asked is ordinary: it is said in one
 * line each time, without a trace.
 */
record RelayStep(Work work, Duration interval) implements BackgroundWork.Step {
    private static final Logger LOG = LoggerFactory.getLogger(RelayStep.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    /** What is done, and how long to wait then. */
    interface Work {
        Duration run() throws PeerException;
    }

    @Override
    public Duration run() {
        try {
            return work.run();
        } catch (PeerException e) {
            LOG.warn("another exchange cannot be asked: {} ({})", e.getMessage(), String.valueOf(e.getCause()));
            return interval.compareTo(AFTER_FAILURE) > 0 ? interval : AFTER_FAILURE;
        }
    }

    @Override
    public Duration afterFailure() {
        return AFTER_FAILURE;
    }
}
