package vn.lienthong.signer.timestamp;

import java.time.Instant;

/**
 * Remembers across a restart how far an authority's timestamps have come, so that one that promises an order never goes back.
 * Thread-safe.
 */
@FunctionalInterface
public interface GenTimeReserve {
    /** For authorities that promise no order, or whose order ends with the process, as in a test. */
    GenTimeReserve NONE = genTime -> true;

    /** Whether {@code genTime} lies after all that earlier processes may have given out, which is now said of it too. */
    boolean permits(Instant genTime);
}
