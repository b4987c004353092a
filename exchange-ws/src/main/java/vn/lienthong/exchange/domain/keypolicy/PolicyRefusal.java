package vn.lienthong.exchange.domain.keypolicy;

/** Why a key's policy does not allow a use. */
public enum PolicyRefusal {
    /** Nobody has enabled the key, or somebody has disabled it. */
    KEY_DISABLED,
    /** Not for this format. */
    FORMAT_NOT_ALLOWED,
    /** Not for this kind of document, or the caller named none. */
    KIND_NOT_ALLOWED,
    /** Not at this time of the week. */
    OUTSIDE_HOURS
}
