package vn.lienthong.exchange.domain.keypolicy;

/** What a key's signature becomes a part of, or how it is asked for. */
public enum SignatureUse {
    /** The caller's own format: the server sees digests alone, and cannot say what it signs. */
    DIGESTS,
    PADES,
    XADES,
    CADES,
    JADES,
    ASIC,
    /**
     * Digests that the official authorised one by one, with PIN and one-time password (CSC API). A key that may be used
     * for this alone is under its owner's sole control.
     */
    REMOTE
}
