package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFaultException;
import vn.lienthong.exchange.boundary.soap.message.GetDocument;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.GetOrganizations;
import vn.lienthong.exchange.boundary.soap.message.GetPendingDocumentIds;
import vn.lienthong.exchange.boundary.soap.message.PendingDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.vxp.VxpClient;
import vn.lienthong.exchange.it.Checkout;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.TestLetter;

/** The running server, as CXF and Python's zeep see it: two clients that share no code with it or each other. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SoapIT {
    @TempDir
    Path folder;

    @Test
    void aClientInPythonFetchesConfirmsAndReports() throws Exception {
        Path letter = letterToTheMinistry(701, 200_000);
        Path fetched = folder.resolve("fetched.edxml");
        String said = Commands.succeed(
                Checkout.root(), SoapSystem.python("ministry", "receive", fetched.toString(), sha256(letter)));
        assertThat(said).contains("confirmed", "01 " + TestLetter.MINISTRY, "03 " + TestLetter.MINISTRY);
        assertThat(fetched).hasSameBinaryContentAs(letter);
    }

    @Test
    void aClientInPythonIsToldWhyItIsRefused() {
        Commands.Result refused = Commands.run(Checkout.root(), SoapSystem.python("stranger", "pending"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("fault credentials-invalid");
    }

    @Test
    void aClientOfCxfFetchesByMtomAndInline() throws Exception {
        Path letter = letterToTheMinistry(702, 400_000);
        for (boolean mtom : new boolean[] {true, false}) {
            var ministry = SoapSystem.client("ministry", mtom);
            GetDocument request = new GetDocument();
            request.docId = pending(letter).docId;
            GetDocumentResponse answer = ministry.getDocument(request);
            try (InputStream content = answer.content.getInputStream()) {
                assertThat(content).hasBinaryContent(Files.readAllBytes(letter));
            }
            assertThat(answer.sha256).isEqualTo(sha256(letter));
        }
    }

    @Test
    void aDocumentSentTwiceIsAcceptedOnce() throws Exception {
        Path letter = letterOfTheMinistry(703, 400_000);
        SendDocumentResponse first = SoapSystem.client("ministry", true).sendDocument(request(letter));
        SendDocumentResponse second = SoapSystem.client("ministry", false).sendDocument(request(letter));
        assertThat(first.repeated).isFalse();
        assertThat(second.repeated).isTrue();
        assertThat(second.docId).isEqualTo(first.docId);
        assertThat(first.sha256).isEqualTo(sha256(letter));
    }

    @Test
    void refusesADocumentThatIsNotWhatTheSignedBodySays() throws Exception {
        Path letter = letterOfTheMinistry(704, 10_000);
        for (boolean mtom : new boolean[] {true, false}) {
            SendDocument digest = request(letter);
            digest.sha256 = "0".repeat(64);
            refuses(
                    "body-digest-mismatch",
                    () -> SoapSystem.client("ministry", mtom).sendDocument(digest));
            SendDocument longer = request(letter);
            longer.length = Files.size(letter) + 1;
            refuses("body-truncated", () -> SoapSystem.client("ministry", mtom).sendDocument(longer));
            SendDocument shorter = request(letter);
            shorter.length = Files.size(letter) - 1;
            refuses(
                    "body-digest-mismatch",
                    () -> SoapSystem.client("ministry", mtom).sendDocument(shorter));
        }
    }

    @Test
    void refusesToSendForAnotherAgency() throws Exception {
        Path letter = TestLetter.write(
                folder.resolve("other.edxml"), TestLetter.numberOfThisRun(705), 100, TestLetter.PROVINCE);
        refuses("sender-not-yours", () -> SoapSystem.client("ministry", true).sendDocument(request(letter)));
    }

    @Test
    void refusesAStrangerUnderTheSameAuthority() {
        refuses(
                "credentials-invalid",
                () -> SoapSystem.client("stranger", false).getOrganizations(new GetOrganizations()));
    }

    @Test
    void refusesADocIdThatIsNone() {
        GetDocument request = new GetDocument();
        request.docId = "1";
        refuses("parameter-invalid", () -> SoapSystem.client("ministry", true).getDocument(request));
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ExchangeFaultException.class,
                        e -> assertThat(e.getFaultInfo().code).isEqualTo(code));
    }

    private static PendingDocument pending(Path letter) throws Exception {
        String digest = sha256(letter);
        return SoapSystem.client("ministry", false).getPendingDocumentIds(new GetPendingDocumentIds()).pending.stream()
                .filter(row -> row.sha256.equals(digest))
                .findFirst()
                .orElseThrow();
    }

    private Path letterToTheMinistry(int letter, long attachment) throws Exception {
        Path file = TestLetter.write(
                folder.resolve(letter + ".edxml"), TestLetter.numberOfThisRun(letter), attachment, TestLetter.MINISTRY);
        URI server = URI.create("http://127.0.0.1:" + SoapSystem.port());
        String secret = SoapSystem.text("secrets/qlvb.bac-kan.vxp");
        try (VxpClient sender =
                new VxpClient(server, "qlvb.bac-kan", secret, SSLContext.getDefault(), Clock.systemUTC())) {
            VxpClient.Answer sent = sender.sendEdoc(file, TestLetter.SENDER, "edoc");
            assertThat(sent.ok()).as(sent.json().toString()).isTrue();
        }
        return file;
    }

    private Path letterOfTheMinistry(int letter, long attachment) throws Exception {
        Path file = TestLetter.write(
                folder.resolve(letter + ".edxml"), TestLetter.numberOfThisRun(letter), attachment, TestLetter.PROVINCE);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return Files.writeString(file, text.replace(TestLetter.SENDER, TestLetter.MINISTRY), StandardCharsets.UTF_8);
    }

    private static SendDocument request(Path letter) throws Exception {
        SendDocument request = new SendDocument();
        request.sha256 = sha256(letter);
        request.length = Files.size(letter);
        request.content = new DataHandler(new FileDataSource(letter.toFile()));
        return request;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
