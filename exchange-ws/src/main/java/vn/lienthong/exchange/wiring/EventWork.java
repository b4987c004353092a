package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import vn.lienthong.exchange.application.event.AwaitEvents;
import vn.lienthong.exchange.application.event.SequenceEvents;
import vn.lienthong.exchange.application.setaside.RestoreDeliveries;
import vn.lienthong.exchange.application.upload.Uploading;
import vn.lienthong.exchange.application.webhook.ProveWebhooks;
import vn.lienthong.exchange.application.webhook.PushEvents;

/** What is done again and again for the feed and the webhooks. */
@Dependent
class EventWork {
    /** How late an event may come into the feed: unnoticed by people, cheap to ask. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Duration HOURLY = Duration.ofHours(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final SequenceEvents sequence;
    private final AwaitEvents await;
    private final ProveWebhooks prove;
    private final PushEvents push;
    private final RestoreDeliveries restore;
    private final Uploading uploading;

    @Inject
    EventWork(
            SequenceEvents sequence,
            AwaitEvents await,
            ProveWebhooks prove,
            PushEvents push,
            RestoreDeliveries restore,
            Uploading uploading) {
        this.sequence = sequence;
        this.await = await;
        this.prove = prove;
        this.push = push;
        this.restore = restore;
        this.uploading = uploading;
    }

    void start(BackgroundWork background) {
        background.repeat("giving events their places", new Again(sequence::run, SOON), SOON);
        background.repeat("waking who waits for events", new Again(this::look, SOON), SOON);
        background.repeat("telling webhooks", new Again(push::run, SOON), SOON);
        background.repeat("asking webhooks to prove themselves", new Again(prove::run, SECOND), SECOND);
        background.repeat("restoring deliveries", new Again(restore::run, SECOND), SECOND);
        background.repeat(
                "removing uploads that nobody went on with", new Again(uploading::removeExpired, HOURLY), SECOND);
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
