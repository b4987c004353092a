package vn.lienthong.signer.timestamp;

import java.time.Clock;
import java.time.Instant;

/** The time as an authority may sign it, or why there is none. Thread-safe, and answers at once. Source: RFC 3161 §2.1, item 1. */
@FunctionalInterface
public interface TrustedTime {
    Reading now();

    /** A time that may be signed, or none. */
    sealed interface Reading {
        record Known(Instant time) implements Reading {}

        /** @param detail one English sentence for operators and for the answer */
        record NotAvailable(String detail) implements Reading {}
    }

    /** The clock as it is: for a machine whose clock somebody else watches. */
    static TrustedTime of(Clock clock) {
        return () -> new Reading.Known(clock.instant());
    }
}
