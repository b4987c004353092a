package vn.lienthong.exchange.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work again and again on the container's threads, each piece when it asked to be run next. Thread-safe. */
@ApplicationScoped
class BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    // The container injects resources into fields alone.
    @Resource
    private @Nullable ManagedScheduledExecutorService executor;

    private volatile boolean stopped;

    /** A piece of work that says how long to wait before it is run again. */
    interface Step {
        Duration run();

        /** How long to wait after a run that threw. */
        Duration afterFailure();
    }

    /** The step runs for the first time after {@code delay}, and then as it says, until the server stops. */
    void repeat(String name, Step step, Duration delay) {
        ManagedScheduledExecutorService threads = executor;
        if (threads == null) {
            throw new IllegalStateException("the container gave no executor");
        }
        try {
            var _ = threads.schedule(() -> runAndRepeat(name, step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} ends with the server", name);
        }
    }

    void stop() {
        stopped = true;
    }

    private void runAndRepeat(String name, Step step) {
        if (stopped) {
            return;
        }
        Duration delay;
        try {
            delay = step.run();
        } catch (RuntimeException | Error e) {
            // The work itself is recorded and still waits; what is logged is that it did not get on. An error of one
            // piece,
            // such as a document that is nested too deep, ends no other.
            delay = step.afterFailure();
            LOG.warn("{} failed and is tried again in {}", name, delay, e);
        }
        repeat(name, step, delay);
    }
}
