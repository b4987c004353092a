package vn.lienthong.exchange.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9112. */
class HttpAnswerTest {
    @Test
    void readsABodyByItsLengthAndNoFurther() throws Exception {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")).isEqualTo(new HttpAnswer(200, "abc"));
    }

    @Test
    void readsChunks() throws Exception {
        assertThat(read("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
                .isEqualTo(new HttpAnswer(200, "abcde"));
    }

    @Test
    void readsABodyThatEndsWithTheConnection() throws Exception {
        assertThat(read("HTTP/1.0 500 Lỗi\n\nabc")).isEqualTo(new HttpAnswer(500, "abc"));
    }

    @Test
    void passesInterimAnswersOver() throws Exception {
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nnothing"))
                .isEqualTo(new HttpAnswer(204, ""));
    }

    @Test
    void looksAtTheBeginningOfABodyAlone() throws Exception {
        assertThat(read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1 << 20)).body()).hasSize(4096);
        assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n" + "x".repeat(1 << 20))
                        .body())
                .hasSize(4096);
    }

    @Test
    void whoSaysThatItTookTheEventHasTakenItWhateverFollows() throws Exception {
        assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nrubbish"))
                .isEqualTo(new HttpAnswer(200, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 600 x\r\n\r\n",
                "HTTP/1.1 20 x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatExceptionOfType(HttpAnswer.MalformedAnswerException.class).isThrownBy(() -> read(text));
    }

    @Test
    void refusesAHeadWithoutEnd() {
        InputStream endless = new InputStream() {
            private final byte[] head = "HTTP/1.1 200 OK\r\nA: ".getBytes(StandardCharsets.US_ASCII);
            private int at;

            @Override
            public int read() {
                return at < head.length ? head[at++] : 'x';
            }
        };
        assertThatExceptionOfType(HttpAnswer.MalformedAnswerException.class).isThrownBy(() -> HttpAnswer.read(endless));
        assertThatExceptionOfType(HttpAnswer.MalformedAnswerException.class)
                .isThrownBy(() -> read("HTTP/1.1 100 Continue\r\n\r\n".repeat(50)));
    }

    private static HttpAnswer read(String text) throws IOException, HttpAnswer.MalformedAnswerException {
        return HttpAnswer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
