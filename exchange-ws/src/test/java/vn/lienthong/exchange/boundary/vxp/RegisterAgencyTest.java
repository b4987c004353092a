package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;

/** What the body of a registration may be; nothing here gets as far as the directory. */
class RegisterAgencyTest extends VxpServletHarness {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "110 | code | {\"name\":\"Sở Nội vụ\"}",
                "110 | code | {\"code\":\"\",\"name\":\"Sở Nội vụ\"}",
                "110 | name | {\"code\":\"H03.01\",\"name\":null}",
                "111 | code | {\"code\":\"H03 01\",\"name\":\"Sở Nội vụ\"}",
                "111 | code | {\"code\":\"H03.012345678901234567890123456789012\",\"name\":\"Sở Nội vụ\"}",
                "111 | name | {\"code\":\"H03.01\",\"name\":\"Sở\\nNội vụ\"}",
                "111 | name | {\"code\":\"H03.01\",\"name\":[\"Sở\"]}",
                "111 | mail | {\"code\":\"H03.01\",\"name\":\"Sở\",\"mail\":\"không phải thư\"}",
                "111 | pcode | {\"code\":\"H03.01\",\"name\":\"Sở\",\"pcode\":\"<>\"}",
                "111 | mobile | {\"code\":\"H03.01\",\"name\":\"Sở\",\"mobile\":\"012345678901234567890123456789012345678901234567890\"}",
                "111 | JSON | []",
                "111 | JSON | ",
                "111 | JSON | {\"code\":\"H03.01\",\"code\":\"H03.02\",\"name\":\"Sở\"}",
                "111 | JSON | {\"code\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}",
                "111 | JSON | {\"code\":\"H03.01\",\"name\":\"Sở\"} {}"
            })
    void refusesByTheNameOfWhatIsWrong(String number, String named, String body) throws Exception {
        JsonNode answer = json(register(body == null ? "" : body, Map.of()));

        assertThat(answer.get("ErrorCode").asText()).isEqualTo(number);
        assertThat(answer.get("ErrorDesc").asText()).contains("\"" + named + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024 + 1, 1 << 20})
    void refusesALongBody(int length) throws Exception {
        assertThat(json(register(" ".repeat(length), Map.of())).get("ErrorCode").asText())
                .isEqualTo("115");
    }

    @Test
    void checksTheBodyOfAClientThatSignsItsHash() throws Exception {
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("[]".getBytes(StandardCharsets.UTF_8)));

        assertThat(json(register("[ ]", Map.of("hash-file", hash)))
                        .get("ErrorCode")
                        .asText())
                .isEqualTo("117");
        assertThat(json(register("[]", Map.of("hash-file", hash)))
                        .get("ErrorCode")
                        .asText())
                .isEqualTo("111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registerAgency", "deleteAgency"})
    void answersAStrangerWith401(String operation) throws Exception {
        assertThat(answer(Request.post(operation)).status()).isEqualTo(401);
        assertThat(answer(new Request("GET", "/VXPAdapter/adapter", "/" + operation))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void deletesNothingWithoutACode() throws Exception {
        assertThat(json(answer(signed(SmallLedger.SENDER, Request.post("deleteAgency"), Map.of())))
                        .get("ErrorCode")
                        .asText())
                .isEqualTo("110");
    }

    private Response register(String body, Map<String, String> parameters) throws Exception {
        return answer(signed(SmallLedger.SENDER, Request.post("registerAgency"), parameters)
                .body(body.getBytes(StandardCharsets.UTF_8)));
    }
}
