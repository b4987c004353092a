package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** What the field's clients are told when they are to come again. */
class VxpAnswersTest {
    private final Map<String, String> headers = new TreeMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final VxpAnswers answers = new VxpAnswers(new FailureTexts());

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED, 119, 7000, 7", "OVERLOADED, 154, 2000, 2", "OVERLOADED, 154, 10, 1"})
    void sayWhenToComeAgain(FailureCode code, String number, long milliseconds, String seconds) throws Exception {
        Failure failure = Failure.retryLater(code, Duration.ofMillis(milliseconds));
        answers.fail(response(), failure);
        assertThat(headers).containsEntry("Retry-After", seconds);
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("\"ErrorCode\":\"" + number + "\"");
        headers.clear();
        answers.failWithoutBody(response(), failure);
        assertThat(headers).containsEntry("Retry-After", seconds);
    }

    @ParameterizedTest
    @CsvSource({"INTERNAL", "NOT_FOUND"})
    void sayNothingOfItWhereNobodyKnows(FailureCode code) throws Exception {
        answers.fail(response(), Failure.of(code, "x"));
        assertThat(headers).doesNotContainKey("Retry-After");
    }

    private HttpServletResponse response() {
        return FakeServlet.only(HttpServletResponse.class, new Response());
    }

    /** As far as answers need it. */
    public final class Response {
        public void setStatus(int status) {
            assertThat(status).isGreaterThanOrEqualTo(400);
        }

        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        public void setContentType(String type) {
            assertThat(type).isNotEmpty();
        }

        public void setCharacterEncoding(String name) {
            assertThat(name).isNotEmpty();
        }

        public void setContentLength(int length) {
            assertThat(length).isNotNegative();
        }

        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(int octet) {
                    body.write(octet);
                }
            };
        }
    }
}
