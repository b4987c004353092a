package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.token.FaultKind;

class ReturnValueTest {
    @ParameterizedTest
    @CsvSource({
        // the session: open another, log in, find the key again, try once more
        "CKR_SESSION_CLOSED, SESSION_LOST",
        "CKR_SESSION_HANDLE_INVALID, SESSION_LOST",
        "CKR_OBJECT_HANDLE_INVALID, SESSION_LOST",
        "CKR_KEY_HANDLE_INVALID, SESSION_LOST",
        "CKR_USER_NOT_LOGGED_IN, SESSION_LOST",
        "CKR_DEVICE_MEMORY, SESSION_LOST",
        "CKR_HOST_MEMORY, SESSION_LOST",
        // the device: the breaker opens, one thread starts the module again
        "CKR_DEVICE_ERROR, DEVICE_LOST",
        "CKR_DEVICE_REMOVED, DEVICE_LOST",
        "CKR_TOKEN_NOT_PRESENT, DEVICE_LOST",
        "CKR_TOKEN_NOT_RECOGNIZED, DEVICE_LOST",
        "CKR_GENERAL_ERROR, DEVICE_LOST",
        "CKR_CRYPTOKI_NOT_INITIALIZED, DEVICE_LOST",
        "CKR_FUNCTION_FAILED, DEVICE_LOST",
        // never tried again
        "CKR_PIN_INCORRECT, PIN_REFUSED",
        "CKR_PIN_LOCKED, PIN_REFUSED",
        "CKR_PIN_EXPIRED, PIN_REFUSED",
        "CKR_KEY_FUNCTION_NOT_PERMITTED, KEY_FUNCTION_NOT_PERMITTED",
        "CKR_MECHANISM_INVALID, SCHEME_NOT_SUPPORTED",
        "CKR_DATA_LEN_RANGE, SCHEME_NOT_SUPPORTED",
        "CKR_SESSION_COUNT, SESSIONS_EXHAUSTED"
    })
    void asksOfTheCallerWhatTheFaultNeeds(ReturnValue value, FaultKind kind) {
        assertThat(value.kind()).isEqualTo(kind);
    }

    @Test
    void takesAVendorsOwnErrorForALostDevice() {
        assertThat(ReturnValue.fault(0x8000_0001L, "C_Sign")).satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.DEVICE_LOST);
            assertThat(fault.code()).isEqualTo("CKR_0x80000001");
        });
    }

    @Test
    void neverRetriesAnythingThatConcernsThePin() {
        assertThat(Arrays.stream(ReturnValue.values())
                        .filter(v -> v.name().startsWith("CKR_PIN_") && v != ReturnValue.CKR_PIN_TOO_WEAK))
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v.kind()).isEqualTo(FaultKind.PIN_REFUSED));
    }
}
