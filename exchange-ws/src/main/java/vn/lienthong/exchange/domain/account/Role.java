package vn.lienthong.exchange.domain.account;

/** What a caller may do. A caller has the roles it was given and no more. */
public enum Role {
    /** Send and receive dispatches for its agencies. */
    EXCHANGE,
    /** Sign with the keys granted to it (người ký). */
    SIGN,
    /** Read the evidence of every dispatch (kiểm toán). */
    AUDIT,
    /** Validate documents and ask for timestamps. */
    VERIFY,
    /** Run the server. */
    OPERATE
}
