package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import vn.lienthong.exchange.application.event.AwaitEvents;
import vn.lienthong.exchange.application.event.SequenceEvents;

/** What is done again and again for the feed. */
@ApplicationScoped
class EventWork {
    /** How late an event may come into the feed: unnoticed by people, cheap to ask. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Duration HOURLY = Duration.ofHours(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final SequenceEvents sequence;
    private final AwaitEvents await;

    @Inject
    EventWork(SequenceEvents sequence, AwaitEvents await) {
        this.sequence = sequence;
        this.await = await;
    }

    void start(BackgroundWork background) {
        background.repeat("giving events their places", new Again(sequence::run, SOON), SOON);
        background.repeat("waking who waits for events", new Again(this::look, SOON), SOON);
        background.repeat("forgetting old events", new Again(sequence::forget, HOURLY), HOURLY);
    }

    void stop() {
        await.release();
    }

    private boolean look() {
        await.look();
        return false;
    }

    /** At once while there is more, and else after a while. */
    private record Again(BooleanSupplier work, Duration interval) implements BackgroundWork.Step {
        @Override
        public Duration run() {
            return work.getAsBoolean() ? Duration.ZERO : interval;
        }

        @Override
        public Duration afterFailure() {
            return AFTER_FAILURE.compareTo(interval) > 0 ? AFTER_FAILURE : interval;
        }
    }
}
