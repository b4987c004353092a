package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.batch.BatchRecords;

/** Removes batches whose results have expired, again and again. */
record OldBatchesStep(BatchRecords records) implements BackgroundWork.Step {
    /** What is kept for a week may stay an hour more. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    @Override
    public Duration run() {
        records.removeExpired();
        return INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return INTERVAL;
    }
}
