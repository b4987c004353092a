package vn.lienthong.signer.validate;

/** The formats of signed documents that are judged here. */
public enum DocumentFormat {
    PDF,
    XML,
    CMS,
    /** Compact or JSON. Source: RFC 7515 §7. */
    JWS,
    ASIC
}
