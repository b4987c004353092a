package vn.lienthong.signer.sign;

/** The baseline levels. Source: ETSI EN 319 142-1 §6, EN 319 122-1 §6, EN 319 132-1 §6, TS 119 182-1 §6. */
public enum SignatureLevel {
    /** The signature and its certificate. */
    BASELINE_B,
    /** A timestamp over the signature besides: proof that it existed before the certificate expired. */
    BASELINE_T,
    /** Certificates and revocation data of every path besides: it can be judged when nobody answers for them any more. */
    BASELINE_LT,
    /** A timestamp over all of that besides: it can be judged when its algorithms are weak. Renewed by another one. */
    BASELINE_LTA;

    /** The level at which the signature is made, before anything is collected for it. */
    public SignatureLevel whenMade() {
        return this == BASELINE_B ? BASELINE_B : BASELINE_T;
    }
}
