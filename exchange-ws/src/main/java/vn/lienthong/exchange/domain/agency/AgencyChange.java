package vn.lienthong.exchange.domain.agency;

/** What became of an agency; the names are stable for ever. */
public enum AgencyChange {
    REGISTERED,
    /** Another name, and perhaps more. */
    RENAMED,
    /** Another parent, mail address, code or system. */
    CHANGED,
    /** It is no more, and another agency takes over. */
    MERGED,
    /** It is no more. */
    CLOSED,
    /** It was closed, and is an agency again. */
    REOPENED
}
