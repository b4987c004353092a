package vn.lienthong.exchange.application.receipt;

import java.time.Duration;

/** How one run of the sealing ended. */
public sealed interface SealingRun {

    /**
     * A batch was sealed.
     *
     * @param moreWaits whether the batch was full: run again at once
     */
    record SealedEntries(long batch, int entries, boolean moreWaits) implements SealingRun {}

    /** There was nothing to seal. */
    record NothingWaits() implements SealingRun {}

    /** Another node sealed meanwhile; this run's seal is dropped. */
    record AnotherNodeWasFirst() implements SealingRun {}

    /** HSM or TSA cannot be had now; the entries wait, and the exchange goes on. */
    record Postponed(Duration retryAfter, String detail) implements SealingRun {}
}
