package vn.lienthong.signer.timestamp;

import java.time.Duration;
import vn.lienthong.signer.algorithm.Digest;

/** Something that is asked for timestamps. Thread-safe; each call ends within the deadline that the source was made with. */
public interface TimestampSource {

    /** Longer than any source takes of itself. */
    Duration PATIENT = Duration.ofMinutes(10);

    /** The outcome holds a checked timestamp over {@code messageImprint}, or says why there is none. */
    TimestampOutcome timestamp(Digest messageImprint);

    /** The same, and within that time if it is less than the source's own deadline. */
    default TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
        return timestamp(messageImprint);
    }
}
