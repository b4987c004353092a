package vn.lienthong.exchange.domain.keypolicy;

/** What a key's signature becomes a part of. */
public enum SignatureUse {
    /** The caller's own format: the server sees digests alone, and cannot say what it signs. */
    DIGESTS,
    PADES,
    XADES,
    CADES,
    JADES,
    ASIC
}
