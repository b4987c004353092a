package vn.lienthong.signer.timestamp;

import vn.lienthong.signer.algorithm.Digest;

/** Something that is asked for timestamps. Thread-safe; each call ends within the deadline that the source was made with. */
public interface TimestampSource {

    /** The outcome holds a checked timestamp over {@code messageImprint}, or says why there is none. */
    TimestampOutcome timestamp(Digest messageImprint);
}
