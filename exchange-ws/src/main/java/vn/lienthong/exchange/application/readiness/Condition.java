package vn.lienthong.exchange.application.readiness;

/** Something without which the server is not ready. */
public enum Condition {
    /** The database answers. */
    DATABASE,
    /** The HSM signs. */
    HSM,
    /** At least one trust anchor is configured, so that a verdict means something. */
    TRUST_ANCHORS,
    /** Documents can be written. */
    CONTENT_STORE,
    /** The clock is not known to be wrong, so that timestamps are issued. */
    CLOCK
}
