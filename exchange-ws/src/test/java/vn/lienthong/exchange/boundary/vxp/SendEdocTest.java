package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.MessageType;

class SendEdocTest extends VxpServletHarness {
    @Test
    void acceptsAFileWithTheLineBreakOfTheJavaClientAndHandsItOutWithout() throws Exception {
        JsonNode sent = json(send(message()));
        assertThat(sent.get("status").asText()).isEqualTo("OK");
        assertThat(sent.get("ErrorCode").asText()).isEqualTo("0");
        assertThat(sent.get("DocId").asText()).isNotEmpty();

        JsonNode got = json(answer(
                signed(SmallLedger.RECEIVER, Request.post("getEdoc"), Map.of("docId", waiting(), "filePath", "/a"))));
        assertThat(Base64.getDecoder().decode(got.get("data").asText())).isEqualTo(message());

        Response file = answer(
                signed(SmallLedger.RECEIVER, new Request("GET", "/downloadEdoc", null), Map.of("docId", waiting())));
        assertThat(file.octets()).isEqualTo(message());
        assertThat(file.contentLength()).isEqualTo(message().length);
    }

    @Test
    void answersTheFirstDocIdWhenADocumentIsSentAgain() throws Exception {
        String first = json(send(message())).get("DocId").asText();

        assertThat(json(send(message())).get("DocId").asText()).isEqualTo(first);
        assertThat(ledger.dispatchesSent()).hasSize(1);
    }

    @Test
    void acceptsAFileInAForm() throws Exception {
        byte[] form = join(
                ascii("--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file_doc\"; filename=\"a.edxml\"\r\n\r\n"),
                message(),
                ascii("\r\n--b--\r\n"));

        JsonNode sent = json(answer(signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(message()))
                .with("Content-Type", "multipart/form-data; boundary=b")
                .body(form)));

        assertThat(sent.get("ErrorDesc").asText()).isEqualTo("Thành công");
        assertThat(ledger.dispatchesSent().getFirst().content().length()).isEqualTo(message().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"H41\"]", "H41", "000.00.00.H41"})
    void narrowsTheReceiversToThoseOfTheHeader(String to) throws Exception {
        Map<String, String> parameters = sendParameters(message());
        parameters.put("to", to);

        json(answer(
                signed(SmallLedger.SENDER, Request.post("sendEdoc"), parameters).body(message())));

        assertThat(ledger.deliveries().sent(Set.of(new OrganId("H03")), MessageType.EDOC, null, Page.FIRST))
                .extracting(row -> row.recipient().value())
                .containsExactly("H41");
    }

    @Test
    void refusesABodyWhoseHashDiffers() throws Exception {
        byte[] changed = message();
        changed[changed.length - 20] ^= 1;

        Response response = answer(signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(message()))
                .body(changed));

        assertThat(response.status()).isEqualTo(422);
        assertThat(json(response).get("ErrorCode").asText()).isEqualTo("117");
        assertThat(ledger.dispatchesSent()).isEmpty();
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLongBeforeReadingIt() throws Exception {
        Request request = signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(message()))
                .body(new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError("was read");
                    }
                })
                .contentLength(2L << 30);

        Response response = answer(request);

        assertThat(response.status()).isEqualTo(413);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
        assertThat(response.header("Connection")).isEqualTo("close");
    }

    @Test
    void namesEveryFindingOfAMessageThatDoesNotConform() throws Exception {
        byte[] file = new String(message(), StandardCharsets.UTF_8)
                .replaceAll("<To>.*</To>", "")
                .replace("<Priority>0</Priority>", "")
                .getBytes(StandardCharsets.UTF_8);

        JsonNode answer = json(send(file));

        assertThat(answer.get("ErrorCode").asText()).isEqualTo("22");
        assertThat(answer.get("ErrorDesc").asText())
                .contains("N.MessageHeader.To", "N.MessageHeader.OtherInfo.Priority");
    }

    @Test
    void namesAReceiverThatIsNotKnown() throws Exception {
        byte[] file = new String(message(), StandardCharsets.UTF_8)
                .replace(">G22<", ">Z99<")
                .getBytes(StandardCharsets.UTF_8);

        JsonNode answer = json(send(file));

        assertThat(answer.get("ErrorCode").asText()).isEqualTo("18");
        assertThat(answer.get("ErrorDesc").asText()).contains("Z99");
    }

    @Test
    void refusesASenderThatIsAnotherSystems() throws Exception {
        Response response = answer(signed(SmallLedger.RECEIVER, Request.post("sendEdoc"), sendParameters(message()))
                .body(message()));

        assertThat(response.status()).isEqualTo(403);
        assertThat(json(response).get("ErrorCode").asText()).isEqualTo("19");
    }

    @Test
    void refusesAFromThatWasSwappedOnTheWay() throws Exception {
        Response response = answer(signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(message()))
                .with("XroadVnpt-from", "H41")
                .body(message()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(json(response).get("ErrorCode").asText()).isEqualTo("101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "hash-file"})
    void namesAParameterThatIsMissing(String name) throws Exception {
        Map<String, String> parameters = sendParameters(message());
        parameters.remove(name);

        Response response = answer(
                signed(SmallLedger.SENDER, Request.post("sendEdoc"), parameters).body(message()));

        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response).get("ErrorDesc").asText()).contains(name);
    }
}
