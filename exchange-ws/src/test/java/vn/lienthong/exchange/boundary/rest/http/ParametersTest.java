package vn.lienthong.exchange.boundary.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class ParametersTest {

    @Test
    void readsAnIdempotencyKeyBareOrQuoted() {
        assertThat(Parameters.idempotencyKey("a-1")).isEqualTo(new IdempotencyKey("a-1"));
        assertThat(Parameters.idempotencyKey("\"a-1\"")).isEqualTo(new IdempotencyKey("a-1"));
        assertThat(Parameters.idempotencyKey(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "a b", "a\"b", "ờ"})
    void refusesAMalformedIdempotencyKey(String field) {
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Parameters.idempotencyKey(field));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Parameters.idempotencyKey("k".repeat(200)));
    }

    @Test
    void readsTheAnnouncedLength() {
        assertThat(Parameters.length(null)).isEqualTo(-1);
        assertThat(Parameters.length("2147483648")).isEqualTo(2147483648L);
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Parameters.length("12x"));
    }

    @Test
    void callsWhatIsNoIdNotFound() {
        assertRefused(FailureCode.NOT_FOUND, () -> Parameters.docId("../etc/passwd"));
    }

    @Test
    void refusesAgenciesThatAreNoneOrTooMany() {
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Parameters.agencies("to", List.of("a/b")));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Parameters.agencies("to", Collections.nCopies(1001, "H03")));
    }

    @Test
    void goesThroughAListByCursors() {
        Page first = Cursor.page(null, 2);
        String next = Cursor.next(first, List.of("a", "b"));

        assertThat(first).isEqualTo(new Page(0, 2));
        assertThat(Cursor.page(next, null)).isEqualTo(new Page(1, 2));
        assertThat(Cursor.next(first, List.of("a"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "???", "cGFnZTotMTox", "cGFnZTowOjA", "cGFnZTo5OTk5OTk5OToxMDAw"})
    void refusesACursorThatIsNoneOfOurs(String cursor) {
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Cursor.page(cursor, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesAPageOfAnotherSize(int limit) {
        assertRefused(FailureCode.PARAMETER_INVALID, () -> Cursor.page(null, limit));
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
