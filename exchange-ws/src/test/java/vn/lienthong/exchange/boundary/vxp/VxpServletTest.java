package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.Intake;
import vn.lienthong.exchange.application.dispatch.RecordDispatch;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.infrastructure.clock.MonotonicIds;
import vn.lienthong.exchange.infrastructure.content.FileContentStore;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlReader;

class VxpServletTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long LIMIT = 1 << 20;

    private final SmallLedger ledger = new SmallLedger();
    private VxpServlet servlet;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        FileContentStore store = FileContentStore.open(folder, "test");
        servlet = new VxpServlet(
                new Authenticate(ledger),
                new AcceptDispatch(
                        store,
                        new WoodstoxEdxmlReader(CLOCK),
                        EdxmlRules.FIELD,
                        LIMIT,
                        new Intake(ledger, new MonotonicIds(CLOCK, new Random(7)), CLOCK),
                        new RecordDispatch(ledger)),
                new Mailbox(ledger, store, CLOCK),
                new Transport(ledger, CLOCK),
                new Directory(ledger),
                new FailureTexts(),
                VxpSettings.DEFAULT,
                CLOCK);
    }

    private Response answer(Request request) throws IOException {
        Response response = new Response();
        servlet.service(request.servletRequest(), response.servletResponse());
        return response;
    }

    private static JsonNode json(Response response) throws IOException {
        assertThat(response.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(response.contentLength()).isEqualTo(response.octets().length);
        JsonNode json = new JsonMapper().readTree(response.octets());
        assertThat(json.get("status").asText()).isIn("OK", "FAIL");
        assertThat(json.get("ErrorCode").isTextual()).isTrue();
        assertThat(json.get("ErrorDesc").isTextual()).isTrue();
        assertThat(response.text()).doesNotContain("null");
        return json;
    }

    private static Request signed(String system, Request request, Map<String, String> parameters) {
        return request.with(new SdkHeaders(system, SmallLedger.SECRET, NOW).of(parameters));
    }

    private static byte[] message() {
        return ("""
                <edXML xmlns="x"><edXMLEnvelope><edXMLHeader><MessageHeader>
                <From><OrganId>000.00.00.H03</OrganId><OrganName>UBND tỉnh Bắc Kạn</OrganName></From>
                <To><OrganId>H41</OrganId><OrganName>UBND tỉnh Nghệ An</OrganName></To>
                <To><OrganId>G22</OrganId><OrganName>Văn phòng Chính phủ</OrganName></To>
                <DocumentId>H03,2026/11/20,12/UBND-VP</DocumentId>
                <Code><CodeNumber>12</CodeNumber><CodeNotation>UBND-VP</CodeNotation></Code>
                <PromulgationInfo><PromulgationDate>2026/11/20</PromulgationDate></PromulgationInfo>
                <DocumentType><TypeName>Công văn</TypeName></DocumentType><Subject>V/v liên thông</Subject>
                <SignerInfo><FullName>Nguyễn Văn A</FullName></SignerInfo>
                <OtherInfo><Priority>0</Priority></OtherInfo>
                </MessageHeader></edXMLHeader></edXMLEnvelope></edXML>""").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> sendParameters(byte[] file) throws Exception {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("from", "000.00.00.H03");
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", "edoc");
        parameters.put(
                "hash-file",
                SdkHeaders.withoutLeadingZeros(
                        MessageDigest.getInstance("SHA-256").digest(file)));
        return parameters;
    }

    private static byte[] join(byte[]... pieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.write(piece);
        }
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Response send(byte[] file) throws Exception {
        return answer(signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(file))
                .body(join(file, ascii("\r\n"))));
    }

    private String waiting() throws IOException {
        JsonNode list = json(answer(signed(
                SmallLedger.RECEIVER,
                Request.post("getReceivedEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc"))));
        return list.get("data").get(0).get("docId").asText();
    }

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

    @Test
    void listsWhatWaits() throws Exception {
        json(send(message()));

        JsonNode list = json(answer(signed(
                SmallLedger.RECEIVER,
                Request.post("getReceivedEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc", "fromDate", "2026/11/01", "pageSize", "5000"))));

        JsonNode row = list.get("data").get(0);
        assertThat(row.get("from").asText()).isEqualTo("H03");
        assertThat(row.get("to").asText()).isEqualTo("H41");
        assertThat(row.get("messageType").asText()).isEqualTo("edoc");
        assertThat(row.get("status").asText()).isEqualTo("initial");
        assertThat(row.get("created_time").asText()).isEqualTo("2026/11/23 10:00:00");
        assertThat(list.get("data")).hasSize(1);
    }

    @Test
    void answersAnEmptyListAsAnArray() throws Exception {
        Response response = answer(
                signed(SmallLedger.RECEIVER, Request.post("getReceivedEdocList"), Map.of("messagetype", "status")));

        assertThat(response.text()).contains("\"data\":[]");
    }

    @Test
    void takesADoneMessageOffTheListForGoodAndLeavesAFailedOne() throws Exception {
        json(send(message()));
        String docId = waiting();

        assertThat(update(docId, "fail")).isEqualTo("OK");
        assertThat(waiting()).isEqualTo(docId);
        assertThat(update(docId, "done")).isEqualTo("OK");
        assertThat(update(docId, "done")).isEqualTo("OK");
        assertThat(json(answer(signed(SmallLedger.RECEIVER, Request.post("countReceiveEdoc"), Map.of())))
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(update(docId, "initial")).isEqualTo("FAIL");
        assertThat(update(docId, "chưa rõ")).isEqualTo("FAIL");
    }

    private String update(String docId, String status) throws IOException {
        Map<String, String> headers = new SdkHeaders(SmallLedger.RECEIVER, SmallLedger.SECRET, NOW)
                .of(Map.of("docid", docId, "status", status));
        Request request = Request.post("updateStatus");
        headers.forEach((name, value) ->
                request.with(name, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        return json(answer(request)).get("status").asText();
    }

    @Test
    void listsWhatBecameOfASentMessage() throws Exception {
        String docId = json(send(message())).get("DocId").asText();

        JsonNode list = json(answer(signed(
                SmallLedger.SENDER,
                Request.post("getSentEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc", "docId", docId))));

        assertThat(list.get("data")).hasSize(2);
        JsonNode row = list.get("data").get(0);
        assertThat(row.get("senderDocId").asText()).isEqualTo(docId);
        assertThat(row.get("title").asText()).isEqualTo("V/v liên thông");
        assertThat(row.get("notation").asText()).isEqualTo("12/UBND-VP");
        assertThat(row.has("receivedTime")).isFalse();
    }

    @Test
    void listsAgenciesWithoutTheMembersThatHaveNoValue() throws Exception {
        JsonNode list = json(answer(signed(SmallLedger.SENDER, Request.post("getAgenciesList"), Map.of())));

        assertThat(list.get("data")).hasSize(3);
        assertThat(list.get("data").get(0).has("mail")).isFalse();
        assertThat(list.get("data").get(1).get("oldCode").asText()).isEqualTo("000.00.00.H03");
    }

    @Test
    void answersADownloadThatFailsWithAnEmptyBody() throws Exception {
        Response unknown = answer(signed(
                SmallLedger.RECEIVER,
                new Request("GET", "/XrdAdapter/adapter", "/downloadEdoc"),
                Map.of("docId", "01234567-89ab-7def-8123-456789abcdef")));
        Response stranger = answer(new Request("GET", "/XrdAdapter/adapter", "/downloadEdoc"));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.octets()).isEmpty();
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.octets()).isEmpty();
    }

    @Test
    void givesNobodyTheMessageOfAnother() throws Exception {
        json(send(message()));
        String docId = waiting();

        Response response = answer(signed(SmallLedger.SENDER, Request.post("getEdoc"), Map.of("docId", docId)));

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendEdoc",
                "getReceivedEdocList",
                "getEdoc",
                "updateStatus",
                "getSentEdocList",
                "getAgenciesList",
                "countReceiveStatus"
            })
    void answersAStrangerInJsonWith401(String operation) throws Exception {
        Response response = answer(Request.post(operation));

        assertThat(response.status()).isEqualTo(401);
        assertThat(json(response).get("ErrorCode").asText()).isEqualTo("15");
    }

    @Test
    void saysThatItDoesNotKnowAnOperation() throws Exception {
        Response response = answer(Request.post("dropTables"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
    }

    @Test
    void refusesAnotherMethod() throws Exception {
        Response response = answer(new Request("GET", "/VXPAdapter/adapter", "/sendEdoc"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("POST");
    }
}
