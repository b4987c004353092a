package vn.lienthong.exchange.domain.batch;

/** How far one document of a batch is: PENDING → CLAIMED → SIGNED or REFUSED; a claim that ran out is PENDING again. */
public enum ItemState {
    PENDING,
    /** A node works on it. */
    CLAIMED,
    /** Its result is there, for ever the same one. */
    SIGNED,
    /** It will not be signed, with the reason. */
    REFUSED
}
