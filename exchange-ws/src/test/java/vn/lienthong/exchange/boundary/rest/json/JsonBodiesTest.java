package vn.lienthong.exchange.boundary.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class JsonBodiesTest {
    record Inner(int count) {}

    record Outer(String name, Inner inner, List<Inner> more) {
        Outer {
            if ("bad".equals(name)) {
                throw new FailureException(Failure.of(FailureCode.KEY_UNKNOWN, name));
            }
        }
    }

    record Times(Instant at, String gone) {}

    @Test
    void readsARecord() throws IOException {
        assertThat(parse("{\"name\":\"Sở Tư pháp\",\"inner\":{\"count\":3}}"))
                .isEqualTo(new Outer("Sở Tư pháp", new Inner(3), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"nome\":1} | nome",
                "{\"inner\":{\"count\":\"x\"}} | inner.count",
                "{\"inner\":{\"count\":1.5}} | inner.count",
                "{\"inner\":{\"count\":null}} | inner.count",
                "{\"more\":[{\"count\":1},{\"count\":1,\"cnt\":1}]} | more.[1].cnt",
                "{\"name\":\"a\",\"name\":\"b\"} | JSON",
                "{\"name\":\"a\"} x | JSON",
                "{\"name\": | JSON",
                "rubbish | JSON",
                "null | $",
                "[] | JSON",
            })
    void namesThePlaceOfTheFault(String body, String place) {
        assertThatThrownBy(() -> parse(body)).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure().code()).isEqualTo(FailureCode.PARAMETER_INVALID);
            assertThat(e.failure().arguments()).containsExactly(place);
        });
    }

    @Test
    void refusesOctetsThatAreNoCharacters() {
        byte[] beyondUnicode = {0, 0, 0, '{', 0, '"', 0, 0};
        assertThatThrownBy(() -> JsonBodies.parse(Outer.class, new ByteArrayInputStream(beyondUnicode)))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARAMETER_INVALID));
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> parse("{\"more\":".repeat(1000))).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(FailureException.class);
    }

    @Test
    void refusesABodyAboveTheLimit() {
        assertThatThrownBy(() -> parse("{\"name\":\"" + "x".repeat(Json.LARGEST_BODY) + "\"}"))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.BODY_TOO_LARGE));
    }

    @Test
    void passesOnTheFailureOfTheRecordItself() {
        assertThatThrownBy(() -> parse("{\"name\":\"bad\"}"))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure()).isEqualTo(Failure.of(FailureCode.KEY_UNKNOWN, "bad")));
    }

    @Test
    void writesInstantsAsTextAndLeavesNullOut() throws JsonProcessingException {
        assertThat(Json.shared().writeValueAsString(new Times(Instant.parse("2026-03-01T00:00:00Z"), null)))
                .isEqualTo("{\"at\":\"2026-03-01T00:00:00Z\"}");
    }

    private static Outer parse(String body) throws IOException {
        return JsonBodies.parse(Outer.class, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
