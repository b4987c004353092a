package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What a module says of one token.
 *
 * @param flags the CKF bits as they came
 * @param maxSessions sessions that one application may open; 0 = no limit known
 */
public record TokenInfo(
        String label, String manufacturer, String model, String serialNumber, long flags, long maxSessions) {
    static final long SIZE = 208;
    private static final long CKF_LOGIN_REQUIRED = 0x4;
    private static final long CKF_USER_PIN_INITIALIZED = 0x8;
    private static final long CKF_TOKEN_INITIALIZED = 0x400;
    private static final long CKF_USER_PIN_LOCKED = 0x40000;
    private static final long UNLIMITED = 0;

    /** Source: PKCS#11 v2.40 §3.2, CK_TOKEN_INFO. */
    static TokenInfo of(MemorySegment info) {
        long max = info.get(JAVA_LONG, 104);
        return new TokenInfo(
                Text.at(info, 0, 32),
                Text.at(info, 32, 32),
                Text.at(info, 64, 16),
                Text.at(info, 80, 16),
                info.get(JAVA_LONG, 96),
                max == -1 ? UNLIMITED : max);
    }

    public boolean initialised() {
        return (flags & CKF_TOKEN_INITIALIZED) != 0;
    }

    public boolean userPinInitialised() {
        return (flags & CKF_USER_PIN_INITIALIZED) != 0;
    }

    public boolean userPinLocked() {
        return (flags & CKF_USER_PIN_LOCKED) != 0;
    }

    public boolean loginRequired() {
        return (flags & CKF_LOGIN_REQUIRED) != 0;
    }
}
