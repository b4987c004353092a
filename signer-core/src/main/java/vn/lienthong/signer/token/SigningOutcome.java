package vn.lienthong.signer.token;

import java.time.Duration;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** How one request to sign ended. */
public sealed interface SigningOutcome {

    /** The token signed. */
    record Signed(Bytes signature) implements SigningOutcome {}

    /** The token works, and this request is wrong: repeating it changes nothing. */
    record Refused(RefusalReason reason, String detail) implements SigningOutcome {
        static Refused mismatch(SignatureScheme scheme, SigningInput input) {
            return new Refused(RefusalReason.DIGEST_MISMATCH, scheme + " signs no " + input.named());
        }
    }

    /**
     * The token cannot be used now: the device is gone, hangs, or has no session free within the deadline.
     *
     * @param retryAfter the earliest time at which another try makes sense
     */
    record TokenDown(DownReason reason, Duration retryAfter, String detail) implements SigningOutcome {}

    /** Why a request was refused. */
    enum RefusalReason {
        KEY_UNKNOWN,
        DIGEST_MISMATCH,
        SCHEME_NOT_SUPPORTED,
        KEY_FUNCTION_NOT_PERMITTED,
        /** The PIN was wrong or is locked. Never tried again by itself: a third try would lock the token. */
        PIN_REFUSED
    }

    /** Why the token cannot be used now. */
    enum DownReason {
        /** The device or its token is gone, or answers with errors of its own. */
        DEVICE_LOST,
        /** A call did not return within the deadline. */
        DEADLINE_EXCEEDED,
        /** Every session is busy, and none came free within the deadline. */
        BUSY,
        /** The pool was closed. */
        CLOSED
    }
}
