package vn.lienthong.signer.token.cryptoki;

/** The classes of objects on a token that matter here. Source: PKCS#11 v2.40 §4.2. */
public enum ObjectClass {
    CKO_CERTIFICATE(1),
    CKO_PUBLIC_KEY(2),
    CKO_PRIVATE_KEY(3);

    private final long value;

    ObjectClass(long value) {
        this.value = value;
    }

    long value() {
        return value;
    }
}
