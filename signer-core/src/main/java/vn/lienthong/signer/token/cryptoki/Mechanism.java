package vn.lienthong.signer.token.cryptoki;

/** The mechanisms that this binding asks for. Source: PKCS#11 v2.40 current mechanisms, §2.1 and §2.3; v3.0 for Edwards curves. */
public enum Mechanism {
    CKM_RSA_PKCS_KEY_PAIR_GEN(0x0),
    CKM_RSA_PKCS(0x1),
    CKM_RSA_PKCS_PSS(0xD),
    CKM_SHA256(0x250),
    CKM_SHA384(0x260),
    CKM_SHA512(0x270),
    CKM_EC_KEY_PAIR_GEN(0x1040),
    CKM_ECDSA(0x1041),
    /** PKCS#11 v3.0 §2.3.5, §2.3.14; SoftHSM 2.6 and YubiHSM have them under the same numbers. */
    CKM_EC_EDWARDS_KEY_PAIR_GEN(0x1055),
    CKM_EDDSA(0x1057);

    private final long value;

    Mechanism(long value) {
        this.value = value;
    }

    public long value() {
        return value;
    }
}
