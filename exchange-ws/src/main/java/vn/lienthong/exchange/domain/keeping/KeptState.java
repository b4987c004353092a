package vn.lienthong.exchange.domain.keeping;

/** Whether a signed file has what was asked for. */
public enum KeptState {
    /** It is signed, and what its level wants besides could not be had yet (chờ hoàn thiện). */
    AWAITING,
    /** It has the level that was asked for. */
    COMPLETE,
    /** Something in it or about it forbids that it is raised: trying again changes nothing. */
    GIVEN_UP,
    /** Its workers were never heard of again, one after the other: an operator lets it be tried again. */
    SET_ASIDE
}
