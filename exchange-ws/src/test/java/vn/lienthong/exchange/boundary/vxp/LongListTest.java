package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;

/** Lists that are written while they are read. */
class LongListTest {
    private final VxpAnswers answers = new VxpAnswers(new FailureTexts());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10_000})
    void isWholeHoweverLong(int rows) throws IOException {
        Response response = new Response();
        answers.okRows(response.servletResponse(), rows(rows).iterator());

        JsonNode json = new JsonMapper().readTree(response.octets());
        assertThat(json.get("data")).hasSize(rows);
        assertThat(json.get("status").asText()).isEqualTo("OK");
    }

    @Test
    void whatBreaksOffLateDoesNotLookWhole() {
        Response response = new Response();
        assertThatIllegalStateException()
                .isThrownBy(() -> answers.okRows(response.servletResponse(), breakingOff(10_000)));

        assertThat(response.octets()).isNotEmpty();
        assertThat(response.text()).doesNotContain("]").doesNotEndWith("}}");
    }

    @Test
    void whatBreaksOffEarlyHasSentNothingSoThatAnErrorCanBeAnswered() {
        Response response = new Response();
        assertThatIllegalStateException().isThrownBy(() -> answers.okRows(response.servletResponse(), breakingOff(10)));

        assertThat(response.octets()).isEmpty();
    }

    private static Iterator<Map<String, Object>> breakingOff(int after) {
        return Stream.concat(rows(after), Stream.generate(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .iterator();
    }

    private static Stream<Map<String, Object>> rows(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> Map.of("id", "H03." + row));
    }
}
