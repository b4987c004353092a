package vn.lienthong.exchange.application.batch;

import java.time.Duration;

/**
 * How much of batches there may be.
 *
 * @param documentOctets the largest document
 * @param batchOctets all documents of a batch together
 * @param unfinishedOfOne how many batches of one caller may be under way
 * @param retention how long results stay after the last document was signed or refused
 * @param patience how long a batch waits for an HSM or an authority that is away, from when it was sent
 */
public record BatchLimits(
        long documentOctets, long batchOctets, int unfinishedOfOne, Duration retention, Duration patience) {
    /** A weekend without an authority, and a week to fetch results; 8 GiB are an hour at 18 Mbit/s. */
    public static final BatchLimits DEFAULT =
            new BatchLimits(256L << 20, 8L << 30, 10, Duration.ofDays(7), Duration.ofDays(3));
}
