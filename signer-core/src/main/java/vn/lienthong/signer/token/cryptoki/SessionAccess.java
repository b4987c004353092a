package vn.lienthong.signer.token.cryptoki;

/** What a session may do to the token: signing needs to read only, making keys to write. */
public enum SessionAccess {
    READ_ONLY(0x4),
    READ_WRITE(0x6);

    private final long flags;

    SessionAccess(long flags) {
        this.flags = flags;
    }

    /** CKF_SERIAL_SESSION, which is always set, and CKF_RW_SESSION. */
    long flags() {
        return flags;
    }
}
