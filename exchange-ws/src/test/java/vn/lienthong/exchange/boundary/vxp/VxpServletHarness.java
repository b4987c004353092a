package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.directory.OwnAgencies;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.Intake;
import vn.lienthong.exchange.application.dispatch.RecordDispatch;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.infrastructure.clock.MonotonicIds;
import vn.lienthong.exchange.infrastructure.content.FileContentStore;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlReader;

/** The servlet on small records and a real content store. */
abstract class VxpServletHarness {
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long LIMIT = 1 << 20;

    final SmallLedger ledger = new SmallLedger();
    private VxpServlet servlet;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        FileContentStore store = FileContentStore.open(folder, "test");
        servlet = new VxpServlet(
                new Authenticate(ledger, CLOCK),
                new FailedAttempts(20, Duration.ofSeconds(3), Duration.ofHours(1), CLOCK),
                new AcceptDispatch(
                        store,
                        new WoodstoxEdxmlReader(CLOCK),
                        EdxmlRules.FIELD,
                        LIMIT,
                        ledger,
                        new Intake(new MonotonicIds(CLOCK, new Random(7)), CLOCK),
                        new RecordDispatch(ledger, () -> new java.util.UUID(0, 9))),
                new Mailbox(ledger, store, CLOCK),
                new Transport(ledger, CLOCK, new RegisterArrival(new MonotonicIds(CLOCK, new Random(7)), CLOCK)),
                new Directory(ledger),
                new OwnAgencies(ledger, CLOCK, new Authenticate(ledger, CLOCK)),
                new FailureTexts(),
                VxpSettings.DEFAULT,
                CLOCK);
    }

    Response answer(Request request) throws IOException {
        Response response = new Response();
        servlet.service(request.servletRequest(), response.servletResponse());
        return response;
    }

    static JsonNode json(Response response) throws IOException {
        assertThat(response.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(response.contentLength()).isEqualTo(response.octets().length);
        JsonNode json = new JsonMapper().readTree(response.octets());
        assertThat(json.get("status").asText()).isIn("OK", "FAIL");
        assertThat(json.get("ErrorCode").isTextual()).isTrue();
        assertThat(json.get("ErrorDesc").isTextual()).isTrue();
        assertThat(response.text()).doesNotContain("null");
        return json;
    }

    static Request signed(String system, Request request, Map<String, String> parameters) {
        return request.with(new SdkHeaders(system, SmallLedger.SECRET, NOW).of(parameters));
    }

    static byte[] message() {
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

    static Map<String, String> sendParameters(byte[] file) throws Exception {
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

    static byte[] join(byte[]... pieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.write(piece);
        }
        return whole.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    Response send(byte[] file) throws Exception {
        return answer(signed(SmallLedger.SENDER, Request.post("sendEdoc"), sendParameters(file))
                .body(join(file, ascii("\r\n"))));
    }

    String waiting() throws IOException {
        JsonNode list = json(answer(signed(
                SmallLedger.RECEIVER,
                Request.post("getReceivedEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc"))));
        return list.get("data").get(0).get("docId").asText();
    }
}
