package vn.lienthong.exchange.wiring;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.upkeep.SweepContent;
import vn.lienthong.exchange.domain.content.ContentShelves;

/** Sweeps the content store, one shelf a run. */
record SweepStep(SweepContent sweeping, AtomicInteger next) implements BackgroundWork.Step {
    /** All shelves in 21 hours, and never more than a small part of the files at once. */
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SweepStep.class);

    SweepStep(SweepContent sweeping) {
        this(sweeping, new AtomicInteger());
    }

    @Override
    public Duration run() {
        int shelf = next.getAndUpdate(present -> (present + 1) % ContentShelves.COUNT);
        int removed = sweeping.sweep(shelf) + (shelf == 0 ? sweeping.dropHalfReceived() : 0);
        if (removed > 0) {
            LOG.info("{} files that no record refers to were removed from the content store", removed);
        }
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
