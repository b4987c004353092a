package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFaultException;
import vn.lienthong.exchange.boundary.soap.message.GetDocument;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.boundary.vxp.VxpClient;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.BadEdxml;
import vn.lienthong.exchange.it.RawHttp;
import vn.lienthong.exchange.it.Stored;
import vn.lienthong.exchange.it.TestLetter;
import vn.lienthong.exchange.it.ZipBomb;

/** Bad input at the SOAP door of the running server: each has its fault, and leaves nothing behind. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SoapBadInputIT {
    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml; charset=utf-8");
    private static final byte[] GOOD = letter("940", new byte[] {1, 2, 3});

    @TempDir
    Path folder;

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void refusesEachBadMessageByMtomAndInline() {
        for (BadEdxml bad : BadEdxml.of(TestLetter.MINISTRY, TestLetter.SENDER)) {
            refuses(bad.fault(), bad.code(), true, request(bad.octets()));
            if (bad.octets().length < 1 << 20) {
                refuses(bad.fault() + ", inline", bad.code(), false, request(bad.octets()));
            }
        }
    }

    @Test
    void refusesADocumentWhoseHashDiffers() {
        for (boolean mtom : new boolean[] {true, false}) {
            SendDocument request = request(GOOD);
            request.sha256 = "0".repeat(64);
            refuses("another hash", FailureCode.BODY_DIGEST_MISMATCH, mtom, request);
        }
    }

    @Test
    void refusesFromOfAnotherSystemsAgency() {
        SendDocument request = request(GOOD);
        request.from = TestLetter.SENDER;
        refuses("another's agency", FailureCode.SENDER_NOT_YOURS, true, request);
    }

    @Test
    void refusesTheSameDocumentIdWithOtherOctets() throws Exception {
        String number = TestLetter.numberOfThisRun(941);
        SoapSystem.client("ministry", true).sendDocument(request(letter(number, new byte[] {1})));
        before = Stored.now();

        refuses("other octets", FailureCode.DOCUMENT_ID_REUSED, true, request(letter(number, new byte[] {2})));
    }

    @Test
    void refusesAnEnvelopeThatIsNoneOrHasADtdOrNoEnd() throws Exception {
        String signed = SoapXml.text(SignedSoap.signed(SoapSystem.key("ministry"), SignedSoap.sendDocument(GOOD)));
        refusesEnvelope("not XML", FailureCode.PARAMETER_INVALID, "Xin chào");
        refusesEnvelope("nothing", FailureCode.PARAMETER_INVALID, "");
        refusesEnvelope("a DTD", FailureCode.PARAMETER_INVALID, "<!DOCTYPE x>" + signed);
        refusesEnvelope(
                "an external entity",
                FailureCode.PARAMETER_INVALID,
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + signed.replace("940", "&e;"));
        refusesEnvelope("ten million nested elements", FailureCode.SIGNATURE_MISSING, "<a>".repeat(10_000_000));
        refusesEnvelope("half an envelope", FailureCode.PARAMETER_INVALID, signed.substring(0, signed.length() / 2));
    }

    @Test
    void keepsNothingOfABodyThatBreaksOffAndTakesTheWholeAfterwards() throws Exception {
        byte[] letter = letter(TestLetter.numberOfThisRun(942), new byte[200_000]);
        byte[] whole = SoapXml.text(SignedSoap.signed(SoapSystem.key("ministry"), SignedSoap.sendDocument(letter)))
                .getBytes(StandardCharsets.UTF_8);
        for (int sent : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            String answer = RawHttp.postAndBreakOff(SoapSystem.port(), "/soap/exchange", XML, whole, sent);
            assertThat(answer).startsWith("HTTP/1.1 500").contains(">body-truncated<", "SignatureValue");
            before.assertUnchanged("a body that breaks off after " + sent + " octets");
        }
        SoapSystem.client("ministry", true).sendDocument(request(letter));
        before.withOneMore().assertUnchanged("the whole body");
    }

    @Test
    void keepsNothingOfAnAttachmentThatBreaksOff() throws Exception {
        byte[] letter = letter(TestLetter.numberOfThisRun(943), new byte[200_000]);
        byte[] whole = mtom(letter);
        String type = "multipart/related; type=\"application/xop+xml\"; start-info=\"text/xml\"; boundary=x";
        String answer = RawHttp.postAndBreakOff(
                SoapSystem.port(), "/soap/exchange", Map.of("Content-Type", type), whole, whole.length - 100_000);
        assertThat(answer).startsWith("HTTP/1.1 500").contains(">body-truncated<", "SignatureValue");
        before.assertUnchanged("an attachment that breaks off");
        SoapSystem.client("ministry", true).sendDocument(request(letter));
        before.withOneMore().assertUnchanged("the whole attachment");
    }

    @Test
    void refusesTwoGigabytesBeforeTheyAreSent() throws Exception {
        String answer = RawHttp.postWithoutBody(SoapSystem.port(), "/soap/exchange", XML, 2L << 30);
        assertThat(answer).startsWith("HTTP/1.1 413").contains(">body-too-large<", "SignatureValue");
        before.assertUnchanged("2 GB that were announced");
    }

    @Test
    void takesAndGivesAZipBombAsTheOctetsThatItIs() throws Exception {
        byte[] bomb = ZipBomb.octets();
        byte[] in = letter(TestLetter.numberOfThisRun(944), bomb);
        SoapSystem.client("ministry", true).sendDocument(request(in));
        Path fetched = folder.resolve("fetched.edxml");
        try (VxpClient receiver = vxp("qlvb.cao-bang")) {
            String received = receiver.getReceivedEdocList("edoc")
                    .json()
                    .get("data")
                    .valueStream()
                    .map(row -> row.get("docId").asText())
                    .toList()
                    .getLast();
            assertThat(receiver.downloadEdoc(received, fetched)).isEqualTo(200);
            assertThat(fetched).hasBinaryContent(in);
            receiver.updateStatus(received, "done");
        }
        before.withOneMore().assertUnchanged("a zip bomb that came in");

        String number = TestLetter.numberOfThisRun(945);
        Path out = folder.resolve("out.edxml");
        Files.writeString(out, TestLetter.text(TestLetter.SENDER, number, bomb, TestLetter.MINISTRY));
        try (VxpClient sender = vxp("qlvb.bac-kan")) {
            VxpClient.Answer sent = sender.sendEdoc(out, TestLetter.SENDER, "edoc");
            GetDocument request = new GetDocument();
            request.docId = sender.getSentEdocList("edoc", sent.docId())
                    .json()
                    .at("/data/0/receiverDocId")
                    .asText();
            GetDocumentResponse answer = SoapSystem.client("ministry", true).getDocument(request);
            try (InputStream content = answer.content.getInputStream()) {
                assertThat(content).hasBinaryContent(Files.readAllBytes(out));
            }
        }
        before.withOneMore().withOneMore().assertUnchanged("a zip bomb that went out");
    }

    private static VxpClient vxp(String system) throws Exception {
        return new VxpClient(
                URI.create("http://127.0.0.1:" + SoapSystem.port()),
                system,
                SoapSystem.text("secrets/" + system + ".vxp"),
                SSLContext.getDefault(),
                Clock.systemUTC());
    }

    private static byte[] mtom(byte[] letter) {
        String envelope = SoapXml.text(SignedSoap.signed(
                SoapSystem.key("ministry"),
                SoapXml.envelope("<SendDocument xmlns=\"" + SignedSoap.NAMESPACE + "\"><Sha256>"
                        + SignedSoap.sha256(letter) + "</Sha256><Length>" + letter.length
                        + "</Length><Content><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                        + " href=\"cid:letter\"/></Content></SendDocument>")));
        return ("--x\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n\r\n" + envelope
                        + "\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
                        + "Content-ID: <letter>\r\n\r\n" + new String(letter, StandardCharsets.ISO_8859_1)
                        + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refusesEnvelope(String fault, FailureCode code, String envelope) throws Exception {
        HttpResponse<String> answer = SignedSoap.post(envelope);
        assertThat(answer.statusCode()).as(fault).isEqualTo(500);
        assertThat(answer.body())
                .as(fault)
                .contains(">" + code.code() + "<", "SignatureValue")
                .doesNotContain("root:", "vn.lienthong");
        before.assertUnchanged(fault);
    }

    private void refuses(String fault, FailureCode code, boolean mtom, SendDocument request) {
        assertThatThrownBy(() -> SoapSystem.client("ministry", mtom).sendDocument(request))
                .as(fault)
                .isInstanceOfSatisfying(ExchangeFaultException.class, e -> {
                    assertThat(e.getFaultInfo().code).as(fault).isEqualTo(code.code());
                    assertThat(e.getFaultInfo().retryable).as(fault).isFalse();
                });
        before.assertUnchanged(fault);
    }

    private static SendDocument request(byte[] octets) {
        SendDocument request = new SendDocument();
        request.sha256 = SignedSoap.sha256(octets);
        request.length = (long) octets.length;
        request.content = new DataHandler(new ByteArrayDataSource(octets, "application/octet-stream"));
        return request;
    }

    private static byte[] letter(String number, byte[] attachment) {
        return TestLetter.text(TestLetter.MINISTRY, number, attachment, TestLetter.PROVINCE)
                .getBytes(StandardCharsets.UTF_8);
    }
}
