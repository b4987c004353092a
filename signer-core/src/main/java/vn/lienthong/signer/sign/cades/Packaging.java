package vn.lienthong.signer.sign.cades;

/** Where the signed document is. Source: RFC 5652 §5.2. */
public enum Packaging {
    /** It stays a file of its own; the signed file holds the signature alone. */
    DETACHED,
    /** It travels inside the signed file. */
    ATTACHED
}
