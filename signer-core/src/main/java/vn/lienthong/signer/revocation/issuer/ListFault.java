package vn.lienthong.signer.revocation.issuer;

/** Why a fetched revocation list is not taken. */
public enum ListFault {
    /** Not had within the deadline and the size, or not over HTTP as it should be. */
    UNREACHABLE,
    /** No list in DER, or something behind it. */
    MALFORMED,
    /** It names another issuer, or its signature is not by the issuer's key, or that key may sign no lists. */
    NOT_BY_ISSUER,
    /** The algorithm of the signature is too weak. */
    ALGORITHM,
    /**
     * It is a delta list, or names a distribution point (RFC 5280 §5.2.5): whether it tells of all certificates of the issuer
     * cannot be seen, and a certificate that is on another one would pass for good.
     */
    PARTIAL,
    /** It has no number (RFC 5280 §5.2.3), so that nobody can tell an old one from a new one. */
    NO_NUMBER,
    /** Its next update is past, or it has none (RFC 5280 §5.1.2.5). */
    PAST,
    /** It says that it will be issued later. */
    FROM_THE_FUTURE,
    /** The one at hand has a greater number or was issued later: this one is a replay. */
    OLDER,
    /** The folder does not take it. */
    NOT_WRITTEN
}
