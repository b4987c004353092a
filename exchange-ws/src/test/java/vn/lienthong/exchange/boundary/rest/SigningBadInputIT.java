package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.RawHttp;
import vn.lienthong.exchange.it.Stored;
import vn.lienthong.exchange.it.ZipBomb;

/** Bad documents at the doors where documents are signed and judged, on the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SigningBadInputIT {
    private static final String CLERK = "van-thu-bac-kan";
    private static final String OFFICIALS = "{\"key\":\"official-nguyen-van-an\"}";
    private static final String SEAL = "{\"key\":\"seal-ubnd-bac-kan\"}";

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void signsNothingThatIsNoPdf() throws Exception {
        refusesToSign("nothing", new byte[0]);
        refusesToSign("a text", "Kính gửi".getBytes(StandardCharsets.UTF_8));
        refusesToSign("a head alone", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));
        refusesToSign("half a PDF", Arrays.copyOf(pdf(), pdf().length / 2));
        refusesToSign("a PDF without its last line", Arrays.copyOf(pdf(), pdf().length - 6));
        refusesToSign("an archive", ZipBomb.octets());
    }

    @Test
    void judgesNothingThatIsNoDocument() throws Exception {
        for (byte[] document :
                new byte[][] {new byte[0], "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), ZipBomb.octets()}) {
            Answer answer = validate(document);
            assertThat(answer.code()).isEqualTo("document-not-readable");
            assertThat(answer.status()).isEqualTo(422);
            before.assertUnchanged("a document that cannot be read");
        }
    }

    @Test
    void signsNoEncryptedPdfAndCallsItNothingButUnreadable() throws Exception {
        refusesToSign("an encrypted PDF", encrypted());
        assertThat(validate(encrypted()).code()).isEqualTo("document-not-readable");
        before.assertUnchanged("an encrypted PDF");
    }

    @Test
    void decodesNoImageOfAHundredMegapixels() throws Exception {
        String appearance = "\"appearance\":{\"kind\":\"official-signature\",\"placement\":{\"rule\":\"at\",\"page\":1,"
                + "\"left\":100,\"top\":100,\"width\":50,\"height\":25}}}";
        Part image = new Part("image", "a.png", HundredMegapixels.png());
        Part document = Part.document("a.pdf", pdf());
        try (RestClient client = new RestClient()) {
            for (String door : List.of("signatures", "signatures/preview")) {
                String parameters = door.equals("signatures")
                        ? "{\"key\":\"official-nguyen-van-an\"," + appearance
                        : "{" + appearance;
                Answer answer =
                        FormsClient.post(client, OFFICIAL, door, List.of(document, image, Part.parameters(parameters)));
                assertThat(answer.code()).as(door).isEqualTo(FailureCode.APPEARANCE_INVALID.code());
                assertThat(answer.json().path("detail").asText()).as(door).endsWith("hình ảnh quá lớn.");
            }
        }
        before.assertUnchanged("an image of a hundred megapixels");
    }

    @Test
    void signsASignedPdfASecondTimeAndBothSignaturesHold() throws Exception {
        byte[] signed = signed();
        try (RestClient client = new RestClient()) {
            Answer sealed = client.sign(CLERK, signed, SEAL);
            assertThat(sealed.status()).isEqualTo(200);
            assertThat(Arrays.copyOf(sealed.body(), signed.length)).isEqualTo(signed);
            JsonNode report = validate(sealed.body()).json();
            assertThat(report.get("verdict").asText()).isEqualTo("VALID");
            assertThat(report.get("signatures")).hasSize(2);
        }
        before.assertUnchanged("two signatures");
    }

    @Test
    void signsNothingBehindASignatureThatCoversLessThanItShould() throws Exception {
        byte[] shrunk = shrunkByteRange(signed());
        refusesToSign("a shrunk ByteRange", shrunk);
        assertThat(validate(shrunk).json().get("verdict").asText()).isEqualTo("INVALID");
        before.assertUnchanged("a shrunk ByteRange");
    }

    @Test
    void keepsNothingOfAFormOrADocumentThatBreaksOff() throws Exception {
        byte[] form = ("--x\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n"
                        + new String(pdf(), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        breaksOff("/api/v1/signatures", "multipart/form-data; boundary=x", form);
        breaksOff("/api/v1/validations", "application/pdf", pdf());
    }

    private void breaksOff(String door, String type, byte[] body) throws Exception {
        Map<String, String> headers = Map.of("Authorization", RestClient.bearer(OFFICIAL), "Content-Type", type);
        int port = RestClient.uri("/").getPort();
        assertThat(RawHttp.postAndBreakOff(port, door, headers, body, body.length / 2))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"body-truncated\"");
        before.assertUnchanged("a body that breaks off at " + door);
    }

    private void refusesToSign(String fault, byte[] document) throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.sign(OFFICIAL, document, OFFICIALS);
            assertThat(answer.code()).as(fault).isEqualTo(FailureCode.DOCUMENT_NOT_SIGNABLE.code());
            assertThat(answer.status()).as(fault).isEqualTo(422);
        }
        before.assertUnchanged(fault);
    }

    private static Answer validate(byte[] document) throws Exception {
        try (RestClient client = new RestClient()) {
            return client.send(RestClient.as(OFFICIAL, "validations")
                    .header("Content-Type", "application/pdf")
                    .POST(BodyPublishers.ofByteArray(document)));
        }
    }

    private static byte[] signed() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.sign(OFFICIAL, pdf(), OFFICIALS);
            assertThat(answer.status()).isEqualTo(200);
            return answer.body();
        }
    }

    /** The same octets, but that the ByteRange leaves out the last fifty. */
    private static byte[] shrunkByteRange(byte[] signed) {
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        Matcher range = Pattern.compile("/ByteRange ?\\[ ?0 \\d+ \\d+ (\\d+)").matcher(text);
        assertThat(range.find()).isTrue();
        String last = range.group(1);
        String shorter = String.valueOf(Long.parseLong(last) - 50);
        return (text.substring(0, range.start(1))
                        + " ".repeat(last.length() - shorter.length())
                        + shorter
                        + text.substring(range.end(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toByteArray();
    }

    private static byte[] encrypted() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(octets);
        }
        return octets.toByteArray();
    }
}
