package vn.lienthong.exchange.domain.failure;

/** Whose move it is after a failure. */
public enum Category {
    /** The request is wrong: repeating it unchanged fails again. */
    CALLER,
    /** The request is understood and not allowed. */
    POLICY,
    /** Something this server needs (HSM, TSA, database, disk) is not there now: the same request may succeed later. */
    DEPENDENCY,
    /** A fault of this server. */
    OURS
}
