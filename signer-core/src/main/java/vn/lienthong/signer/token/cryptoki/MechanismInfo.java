package vn.lienthong.signer.token.cryptoki;

/**
 * What a token says of one mechanism.
 *
 * @param minKeySize smallest key, in bits for RSA and EC
 * @param maxKeySize largest key, in the same unit
 */
public record MechanismInfo(long minKeySize, long maxKeySize, long flags) {
    static final long SIZE = 24;
    private static final long CKF_SIGN = 0x800;
    private static final long CKF_GENERATE_KEY_PAIR = 0x10000;

    public boolean signs() {
        return (flags & CKF_SIGN) != 0;
    }

    public boolean generatesKeyPairs() {
        return (flags & CKF_GENERATE_KEY_PAIR) != 0;
    }
}
