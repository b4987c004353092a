package vn.lienthong.signer.token.cryptoki;

/** Who logs in on a token. */
public enum TokenUser {
    SECURITY_OFFICER(0),
    USER(1);

    private final long value;

    TokenUser(long value) {
        this.value = value;
    }

    long value() {
        return value;
    }
}
