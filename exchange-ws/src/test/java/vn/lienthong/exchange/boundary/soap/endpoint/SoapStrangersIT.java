package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.boundary.soap.security.SystemKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.InMemoryReplayWindow;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.it.SlowClient;

/** What a stranger can make the SOAP door read and keep: a header, and nothing behind it; and no part ever on disk. */
final class SoapStrangersIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml; charset=utf-8");
    private static final Map<String, String> MTOM = Map.of(
            "Content-Type", "multipart/related; type=\"application/xop+xml\"; start-info=\"text/xml\"; boundary=x");
    private static final String ROOT_PART =
            "--x\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n\r\n";
    /** An inline document that is announced and never sent. */
    private static final long ANNOUNCED = 20L << 20;

    @TempDir
    Path folder;

    private SoapServer server;

    @BeforeEach
    void start() {
        Caller system = new Caller("ministry", Caller.Kind.SYSTEM, Set.of(), Set.of(Role.EXCHANGE));
        RequestGuard guard = new RequestGuard(
                new SignatureCheck(List.of(SystemKeys.PKI.root(), SystemKeys.PKI.intermediate()), CLOCK),
                certificate ->
                        certificate.equals(SystemKeys.RSA.certificate()) ? Optional.of(system) : Optional.empty(),
                new InMemoryReplayWindow());
        server = new SoapServer(new StoringExchange(), guard, new EnvelopeSigner(SystemKeys.P256, CLOCK), folder);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        server.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("files of parts").isEmpty();
        }
    }

    @Test
    void aBodyBehindNoSignatureIsNotRead() throws Exception {
        refusesUnread("signature-missing", "<e:Envelope xmlns:e=\"" + soap() + "\"><e:Body>");
        refusesUnread("signature-missing", "<e:Envelope xmlns:e=\"" + soap() + "\"><e:Header/><e:Body>");
    }

    @Test
    void aBodyBehindAnUnknownCertificateIsNotRead() throws Exception {
        refusesUnread("credentials-invalid", upToBody(signed(SystemKeys.P256)));
    }

    @Test
    void aBodyBehindAKnownCertificateWithAnothersSignatureIsNotRead() throws Exception {
        String value = "SignatureValue>";
        String stolen = upToBody(signed(SystemKeys.RSA));
        int begin = stolen.indexOf(value) + value.length();
        refusesUnread("signature-invalid", stolen.substring(0, begin) + "AAAA" + stolen.substring(begin + 4));
    }

    @Test
    void aHeaderThatIsPlayedBackWithAnotherTimeIsNotBelieved() throws Exception {
        String header = upToBody(signed(SystemKeys.RSA));
        String created = header.substring(header.indexOf("Created>") + 8, header.indexOf("</wsu:Created"));
        refusesUnread(
                "signature-invalid",
                header.replace(created, CLOCK.instant().plusMillis(3210).toString()));
    }

    @Test
    void anOldHeaderIsStale() throws Exception {
        Document old = SoapXml.envelope("<GetOrganizations xmlns=\"urn:lienthong:exchange:1\"/>");
        new EnvelopeSigner(SystemKeys.RSA, Clock.offset(CLOCK, Duration.ofMinutes(-6))).sign(old);
        refusesUnread("timestamp-stale", upToBody(SoapXml.text(old)));
    }

    @Test
    void aHeaderWithoutEndIsNotReadToItsEnd() throws Exception {
        refusesUnread("body-too-large", "<e:Envelope xmlns:e=\"" + soap() + "\"><e:Header><x>" + "y".repeat(80_000));
    }

    @Test
    void aPreambleWithoutEndIsNotReadToItsEnd() throws Exception {
        try (SlowClient client = new SlowClient(server.port()).head("/soap/exchange", MTOM, ANNOUNCED)) {
            client.send("y".repeat(80_000));
            assertThat(client.until(":Envelope>")).contains("body-too-large");
        }
    }

    @Test
    void theFirstPartOfAStrangerIsAllThatIsRead() throws Exception {
        try (SlowClient client = new SlowClient(server.port()).head("/soap/exchange", MTOM, 1L << 30)) {
            client.send(ROOT_PART + upToBody(signed(SystemKeys.P256)));
            assertThat(client.until(":Envelope>")).contains("credentials-invalid");
        }
    }

    @Test
    void aSmallPartBeforeTheDocumentIsHeldInMemory() throws Exception {
        assertThat(parts(part("other", "o".repeat(60_000)), part("letter", "d".repeat(300_000))))
                .contains("SendDocumentResponse", ">300000<");
    }

    @Test
    void aLargePartBeforeTheDocumentIsRefused() throws Exception {
        assertThat(parts(part("other", "o".repeat(70_000)), part("letter", "d".repeat(300_000))))
                .contains("body-too-large")
                .doesNotContain("SendDocumentResponse");
    }

    @Test
    void aDocumentThatNoPartHoldsIsNoReasonToKeepTheParts() throws Exception {
        assertThat(parts(part("other", "o".repeat(300_000)))).doesNotContain("SendDocumentResponse");
    }

    @Test
    void moreThanAFewPartsAndLongPartHeadersAreRefused() throws Exception {
        assertThat(parts(
                        part("1", "a"),
                        part("2", "a"),
                        part("3", "a"),
                        part("4", "a"),
                        part("5", "a"),
                        part("letter", "d".repeat(300_000))))
                .doesNotContain("SendDocumentResponse");
        assertThat(parts(part("letter>\r\nX-Long: <" + "h".repeat(5000), "d".repeat(300_000))))
                .doesNotContain("SendDocumentResponse");
    }

    private void refusesUnread(String code, String beginning) throws IOException {
        try (SlowClient client = new SlowClient(server.port()).head("/soap/exchange", XML, ANNOUNCED)) {
            client.send(beginning);
            assertThat(client.until(":Envelope>")).contains(">" + code + "<");
        }
    }

    private String parts(String... parts) throws IOException {
        Document envelope = SoapXml.envelope("<SendDocument xmlns=\"urn:lienthong:exchange:1\"><Sha256>"
                + "0".repeat(64) + "</Sha256><Length>300000</Length><Content>"
                + "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:letter\"/>"
                + "</Content></SendDocument>");
        new EnvelopeSigner(SystemKeys.RSA, CLOCK).sign(envelope);
        String body = ROOT_PART + SoapXml.text(envelope) + String.join("", parts) + "\r\n--x--\r\n";
        Map<String, String> headers = new java.util.HashMap<>(MTOM);
        headers.put("Connection", "close");
        try (SlowClient client = new SlowClient(server.port())
                .head("/soap/exchange", headers, body.getBytes(StandardCharsets.UTF_8).length)) {
            return client.send(body).await().text();
        }
    }

    private static String part(String id, String octets) {
        return "\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-ID: <" + id + ">\r\n\r\n" + octets;
    }

    private static String signed(SigningKey key) {
        Document envelope = SoapXml.envelope("<GetOrganizations xmlns=\"urn:lienthong:exchange:1\"/>");
        new EnvelopeSigner(key, CLOCK).sign(envelope);
        return SoapXml.text(envelope);
    }

    private static String upToBody(String envelope) {
        return envelope.substring(0, envelope.indexOf("<GetOrganizations"));
    }

    private static String soap() {
        return "http://schemas.xmlsoap.org/soap/envelope/";
    }
}
