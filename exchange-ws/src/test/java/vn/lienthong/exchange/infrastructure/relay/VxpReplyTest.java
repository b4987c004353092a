package vn.lienthong.exchange.infrastructure.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.relay.PeerException;

class VxpReplyTest {
    @Test
    void isTheObjectThatSaysOk() throws PeerException {
        assertThat(VxpReply.ok("sendEdoc", 200, octets("{\"status\":\"OK\",\"ErrorCode\":\"0\",\"DocId\":\"7\"}"))
                        .path("DocId")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void isWhatOtherGatewaysSay() throws PeerException {
        assertThat(VxpReply.ok("sendEdoc", 200, octets("{\"status\":\"success\",\"ErrorCode\":\"0\",\"DocId\":\"7\"}"))
                        .path("DocId")
                        .asText())
                .isEqualTo("7");
        assertThat(VxpReply.ok("getReceivedEdocList", 200, octets("")).path("data"))
                .isEmpty();
    }

    /** What may succeed later, and what the peer said no to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"status":"FAIL","ErrorCode":"18","ErrorDesc":"?"} | true
            422 | {"status":"FAIL","ErrorCode":"18","ErrorDesc":"?"} | true
            200 | {"status":"FAIL"}                                  | false
            401 | {"status":"FAIL","ErrorCode":"15"}                 | false
            429 | {"status":"FAIL","ErrorCode":"119"}                | false
            500 | {"status":"FAIL","ErrorCode":"1"}                  | false
            500 | {"status":"OK"}                                    | false
            200 | <html>                                             | false
            200 | []                                                 | false
            302 | {"status":"OK"}                                    | false
            """)
    void refusesOrIsToBeAskedAgain(int status, String body, boolean refused) {
        PeerException e =
                catchThrowableOfType(PeerException.class, () -> VxpReply.ok("sendEdoc", status, octets(body)));
        assertThat(e.isRefused()).isEqualTo(refused);
    }

    @Test
    void takesAPeersWordsInOneLineAndCut() {
        String answer =
                "{\"status\":\"FAIL\",\"ErrorCode\":\"18\",\"ErrorDesc\":\"a\\nWARN forged" + "x".repeat(9_000) + "\"}";
        PeerException e = catchThrowableOfType(PeerException.class, () -> VxpReply.ok("sendEdoc", 200, octets(answer)));
        assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(300);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
