package vn.lienthong.signer.token.cryptoki;

import static vn.lienthong.signer.token.FaultKind.DEVICE_LOST;
import static vn.lienthong.signer.token.FaultKind.KEY_FUNCTION_NOT_PERMITTED;
import static vn.lienthong.signer.token.FaultKind.PIN_REFUSED;
import static vn.lienthong.signer.token.FaultKind.REQUEST_REFUSED;
import static vn.lienthong.signer.token.FaultKind.SCHEME_NOT_SUPPORTED;
import static vn.lienthong.signer.token.FaultKind.SESSIONS_EXHAUSTED;
import static vn.lienthong.signer.token.FaultKind.SESSION_LOST;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/**
 * The values that a function of the module returns, each with what it asks of the caller.
 *
 * <p>A value that is not listed, a vendor's own for instance, counts as a fault of the device: nothing is known of it but
 * that the call did not succeed.
 *
 * <p>Source: PKCS#11 v2.40 errata 01, base specification §5.1.
 */
public enum ReturnValue {
    CKR_OK(0x0, REQUEST_REFUSED),
    CKR_CANCEL(0x1, DEVICE_LOST),
    CKR_HOST_MEMORY(0x2, SESSION_LOST),
    CKR_SLOT_ID_INVALID(0x3, DEVICE_LOST),
    CKR_GENERAL_ERROR(0x5, DEVICE_LOST),
    CKR_FUNCTION_FAILED(0x6, DEVICE_LOST),
    CKR_ARGUMENTS_BAD(0x7, REQUEST_REFUSED),
    CKR_NO_EVENT(0x8, REQUEST_REFUSED),
    CKR_NEED_TO_CREATE_THREADS(0x9, REQUEST_REFUSED),
    CKR_CANT_LOCK(0xA, REQUEST_REFUSED),
    CKR_ATTRIBUTE_READ_ONLY(0x10, REQUEST_REFUSED),
    CKR_ATTRIBUTE_SENSITIVE(0x11, REQUEST_REFUSED),
    CKR_ATTRIBUTE_TYPE_INVALID(0x12, REQUEST_REFUSED),
    CKR_ATTRIBUTE_VALUE_INVALID(0x13, REQUEST_REFUSED),
    CKR_ACTION_PROHIBITED(0x1B, REQUEST_REFUSED),
    CKR_DATA_INVALID(0x20, SCHEME_NOT_SUPPORTED),
    CKR_DATA_LEN_RANGE(0x21, SCHEME_NOT_SUPPORTED),
    CKR_DEVICE_ERROR(0x30, DEVICE_LOST),
    CKR_DEVICE_MEMORY(0x31, SESSION_LOST),
    CKR_DEVICE_REMOVED(0x32, DEVICE_LOST),
    CKR_FUNCTION_CANCELED(0x50, SESSION_LOST),
    CKR_FUNCTION_NOT_SUPPORTED(0x54, REQUEST_REFUSED),
    CKR_KEY_HANDLE_INVALID(0x60, SESSION_LOST),
    CKR_KEY_SIZE_RANGE(0x62, SCHEME_NOT_SUPPORTED),
    CKR_KEY_TYPE_INCONSISTENT(0x63, SCHEME_NOT_SUPPORTED),
    CKR_KEY_CHANGED(0x65, SESSION_LOST),
    CKR_KEY_FUNCTION_NOT_PERMITTED(0x68, KEY_FUNCTION_NOT_PERMITTED),
    CKR_MECHANISM_INVALID(0x70, SCHEME_NOT_SUPPORTED),
    CKR_MECHANISM_PARAM_INVALID(0x71, SCHEME_NOT_SUPPORTED),
    CKR_OBJECT_HANDLE_INVALID(0x82, SESSION_LOST),
    CKR_OPERATION_ACTIVE(0x90, SESSION_LOST),
    CKR_OPERATION_NOT_INITIALIZED(0x91, SESSION_LOST),
    CKR_PIN_INCORRECT(0xA0, PIN_REFUSED),
    CKR_PIN_INVALID(0xA1, PIN_REFUSED),
    CKR_PIN_LEN_RANGE(0xA2, PIN_REFUSED),
    CKR_PIN_EXPIRED(0xA3, PIN_REFUSED),
    CKR_PIN_LOCKED(0xA4, PIN_REFUSED),
    CKR_SESSION_CLOSED(0xB0, SESSION_LOST),
    CKR_SESSION_COUNT(0xB1, SESSIONS_EXHAUSTED),
    CKR_SESSION_HANDLE_INVALID(0xB3, SESSION_LOST),
    CKR_SESSION_PARALLEL_NOT_SUPPORTED(0xB4, REQUEST_REFUSED),
    CKR_SESSION_READ_ONLY(0xB5, REQUEST_REFUSED),
    CKR_SESSION_EXISTS(0xB6, REQUEST_REFUSED),
    CKR_SESSION_READ_ONLY_EXISTS(0xB7, REQUEST_REFUSED),
    CKR_SESSION_READ_WRITE_SO_EXISTS(0xB8, REQUEST_REFUSED),
    CKR_TEMPLATE_INCOMPLETE(0xD0, REQUEST_REFUSED),
    CKR_TEMPLATE_INCONSISTENT(0xD1, REQUEST_REFUSED),
    CKR_TOKEN_NOT_PRESENT(0xE0, DEVICE_LOST),
    CKR_TOKEN_NOT_RECOGNIZED(0xE1, DEVICE_LOST),
    CKR_TOKEN_WRITE_PROTECTED(0xE2, REQUEST_REFUSED),
    CKR_USER_ALREADY_LOGGED_IN(0x100, SESSION_LOST),
    CKR_USER_NOT_LOGGED_IN(0x101, SESSION_LOST),
    CKR_USER_PIN_NOT_INITIALIZED(0x102, PIN_REFUSED),
    CKR_USER_TYPE_INVALID(0x103, REQUEST_REFUSED),
    CKR_USER_ANOTHER_ALREADY_LOGGED_IN(0x104, REQUEST_REFUSED),
    CKR_USER_TOO_MANY_TYPES(0x105, REQUEST_REFUSED),
    CKR_RANDOM_SEED_NOT_SUPPORTED(0x120, REQUEST_REFUSED),
    CKR_RANDOM_NO_RNG(0x121, DEVICE_LOST),
    CKR_DOMAIN_PARAMS_INVALID(0x130, REQUEST_REFUSED),
    CKR_CURVE_NOT_SUPPORTED(0x140, SCHEME_NOT_SUPPORTED),
    CKR_BUFFER_TOO_SMALL(0x150, REQUEST_REFUSED),
    CKR_CRYPTOKI_NOT_INITIALIZED(0x190, DEVICE_LOST),
    CKR_CRYPTOKI_ALREADY_INITIALIZED(0x191, REQUEST_REFUSED),
    CKR_MUTEX_BAD(0x1A0, DEVICE_LOST),
    CKR_MUTEX_NOT_LOCKED(0x1A1, DEVICE_LOST),
    CKR_FIPS_SELF_TEST_FAILED(0x1B6, DEVICE_LOST),
    CKR_LIBRARY_LOAD_FAILED(0x1B7, DEVICE_LOST),
    CKR_PIN_TOO_WEAK(0x1B8, REQUEST_REFUSED),
    CKR_PUBLIC_KEY_INVALID(0x1B9, REQUEST_REFUSED),
    CKR_FUNCTION_REJECTED(0x200, KEY_FUNCTION_NOT_PERMITTED),
    CKR_TOKEN_RESOURCE_EXCEEDED(0x201, SESSIONS_EXHAUSTED);

    private static final Map<Long, ReturnValue> BY_VALUE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(r -> r.value, Function.identity()));

    private final long value;
    private final FaultKind kind;

    ReturnValue(long value, FaultKind kind) {
        this.value = value;
        this.kind = kind;
    }

    /** The call succeeded if this returns. */
    static void requireOk(long value, String function) throws TokenFault {
        if (value != CKR_OK.value) {
            throw fault(value, function);
        }
    }

    /** The fault that a function reports with this value. */
    static TokenFault fault(long value, String function) {
        @Nullable ReturnValue known = BY_VALUE.get(value);
        return known == null
                ? new TokenFault(DEVICE_LOST, "CKR_0x" + Long.toHexString(value), function)
                : new TokenFault(known.kind, known.name(), function);
    }

    /** The fault as if a function had returned this value. */
    TokenFault fault(String where) {
        return new TokenFault(kind, name(), where);
    }

    boolean is(long returned) {
        return value == returned;
    }

    /** What the value asks of the caller; meaningless for {@link #CKR_OK}. */
    public FaultKind kind() {
        return kind;
    }
}
