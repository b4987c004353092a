package vn.lienthong.signer.sign;

/** The baseline levels that are made here. Source: ETSI EN 319 142-1 §6. */
public enum SignatureLevel {
    /** The signature and its certificate. */
    BASELINE_B,
    /** A timestamp over the signature besides: proof that it existed before the certificate expired. */
    BASELINE_T
}
