package vn.lienthong.signer.timestamp;

import java.time.Duration;

/** How one request for a timestamp ended. */
public sealed interface TimestampOutcome {

    /** The token answers the request: its imprint, nonce, policy and signature were checked. */
    record Granted(TimestampToken token) implements TimestampOutcome {}

    /** The authority answered and said no: asking it again changes nothing. */
    record Rejected(PkiFailure failInfo, String detail) implements TimestampOutcome {}

    /**
     * No authority could be reached in time, or none gave an answer that can be trusted.
     *
     * @param retryAfter the earliest time at which another try makes sense
     */
    record TimestampDown(DownReason reason, Duration retryAfter, String detail) implements TimestampOutcome {}

    /** Why there is no timestamp now. */
    enum DownReason {
        /** No connection, or no answer within the deadline. */
        UNREACHABLE,
        /** An HTTP status other than 200, another media type, or more octets than an answer may have. */
        NOT_AN_ANSWER,
        /** An answer to another question: nonce, imprint, hash or policy differ. */
        ANSWER_DIFFERS,
        /** The token's time is not near ours. */
        TIME_DIFFERS,
        /** The token's signature is wrong, or its certificate is not one that signs timestamps for us. */
        NOT_TRUSTED,
        /** The authority says that it cannot issue now. */
        AUTHORITY_DOWN,
        /** The authority was not asked: it failed lately, or was asked as often as it may be. */
        RESTING
    }
}
