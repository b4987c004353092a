package vn.lienthong.signer.token;

/** What a fault of a token asks of the pool above it. */
public enum FaultKind {
    /** The session, its login or its handles are void: reopen, log in again, find the key again, try once more. */
    SESSION_LOST,
    /** The device or its token is gone or out of order: stop asking, and find out when it is back. */
    DEVICE_LOST,
    /** The PIN is wrong, locked or expired: never again by itself, for each try brings the lock nearer. */
    PIN_REFUSED,
    /** The token has no session left to give: wait for one. */
    SESSIONS_EXHAUSTED,
    /** The token or the key does not do this algorithm. */
    SCHEME_NOT_SUPPORTED,
    /** The key exists and may not be used for this. */
    KEY_FUNCTION_NOT_PERMITTED,
    /** The request is wrong in another way: it would fail again. */
    REQUEST_REFUSED
}
