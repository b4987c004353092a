package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import vn.lienthong.exchange.boundary.soap.message.ConfirmReceived;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFaultException;
import vn.lienthong.exchange.boundary.soap.message.GetDocument;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.GetOrganizations;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.UpdateTraces;
import vn.lienthong.exchange.boundary.soap.security.ClientCrypto;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.boundary.soap.security.SystemKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.InMemoryReplayWindow;
import vn.lienthong.exchange.domain.account.Role;

/** The endpoint on real HTTP with CXF's own client: signatures both ways, MTOM, inline, faults. */
final class SoapServletIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static SoapServer server;

    @BeforeAll
    static void start() {
        Caller system = new Caller("ministry", Caller.Kind.SYSTEM, Set.of(), Set.of(Role.EXCHANGE));
        RequestGuard guard = new RequestGuard(
                new SignatureCheck(List.of(SystemKeys.PKI.root(), SystemKeys.PKI.intermediate()), CLOCK),
                certificate ->
                        certificate.equals(SystemKeys.RSA.certificate()) ? Optional.of(system) : Optional.empty(),
                new InMemoryReplayWindow());
        server = new SoapServer(new StoringExchange(), guard, new EnvelopeSigner(SystemKeys.P256, CLOCK), folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Exchange client(boolean mtom) {
        return CxfClient.of(
                URI.create(server.address()),
                new ClientCrypto(SystemKeys.RSA),
                new CertificateStore(List.of(SystemKeys.PKI.root(), SystemKeys.PKI.intermediate())
                        .toArray(new java.security.cert.X509Certificate[0])),
                mtom);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address()))
                                .header("Content-Type", "text/xml; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void servesTheWsdlUnderTheAddressItWasAskedFor() throws Exception {
        String wsdl = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + "?wsdl"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(wsdl).contains("location=\"" + server.address() + "\"");
    }

    @Test
    void answersASignedRequest() throws Exception {
        assertThat(client(false).getOrganizations(new GetOrganizations()).organization)
                .isEmpty();
    }

    @Test
    void takesADocumentByMtom() throws Exception {
        takes(client(true), 3_000_000);
    }

    @Test
    void takesADocumentInline() throws Exception {
        takes(client(false), 3_000_000);
    }

    private static void takes(Exchange client, long length) throws Exception {
        SendDocument request = new SendDocument();
        request.sha256 = "0".repeat(64);
        request.length = length;
        request.content = new DataHandler(new StreamedContent(new Zeros(length)));
        SendDocumentResponse response = client.sendDocument(request);
        assertThat(response.length).isEqualTo(length);
        assertThat(response.docId).isEqualTo("ministry");
    }

    @Test
    void refusesAnInlineDocumentOverTheLimit() {
        assertThatThrownBy(() -> takes(client(false), 25_000_000))
                .isInstanceOfSatisfying(
                        ExchangeFaultException.class,
                        e -> assertThat(e.getFaultInfo().code).isEqualTo("body-too-large"));
    }

    @Test
    void givesADocumentByMtomOrInlineAsItWasAsked() throws Exception {
        for (boolean mtom : new boolean[] {true, false}) {
            assertThat(fetch(client(mtom), 3_000_000)).isEqualTo(3_000_000);
        }
    }

    private static long fetch(Exchange client, long length) throws Exception {
        GetDocument request = new GetDocument();
        request.docId = Long.toString(length);
        GetDocumentResponse response = client.getDocument(request);
        try (InputStream content = response.content.getInputStream()) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void streamsAGigabyteBothWays() throws Exception {
        long gigabyte = 1L << 30;
        takes(client(true), gigabyte);
        assertThat(fetch(client(true), gigabyte)).isEqualTo(gigabyte);
    }

    @Test
    void refusesAnUnsignedRequestWithASignedFault() throws Exception {
        HttpResponse<String> answer =
                post(SoapXml.text(SoapXml.envelope("<GetOrganizations xmlns=\"urn:lienthong:exchange:1\"/>")));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("signature-missing", "not-correlated", "SignatureValue", "Client<");
    }

    @Test
    void refusesAReplayOfTheSameOctets() throws Exception {
        Document envelope = SoapXml.envelope("<GetOrganizations xmlns=\"urn:lienthong:exchange:1\"/>");
        new EnvelopeSigner(SystemKeys.RSA, CLOCK).sign(envelope);
        String octets = SoapXml.text(envelope);
        assertThat(post(octets).body()).contains("GetOrganizationsResponse");
        assertThat(post(octets).body()).contains("request-replayed");
    }

    @Test
    void refusesAnOperationThatNobodyKnows() throws Exception {
        Document envelope = SoapXml.envelope("<DropTables xmlns=\"urn:lienthong:exchange:1\"/>");
        new EnvelopeSigner(SystemKeys.RSA, CLOCK).sign(envelope);
        assertThat(post(SoapXml.text(envelope)).body()).contains("parameter-invalid");
    }

    @Test
    void refusesADtd() throws Exception {
        assertThat(post("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")
                        .body())
                .contains("parameter-invalid")
                .doesNotContain("root:");
    }

    @Test
    void refusesWhatIsNotXml() throws Exception {
        assertThat(post("Xin chào").body()).contains("parameter-invalid");
    }

    @Test
    void refusesTenMillionNestedElements() throws Exception {
        assertThat(post("<a>".repeat(10_000_000)).body()).contains("signature-missing");
        assertThat(post(SoapXml.text(SoapXml.envelope("<x/>"))
                                .replace("<soap:Header/>", "<soap:Header>" + "<a>".repeat(10_000_000)))
                        .body())
                .contains("parameter-invalid");
    }

    @Test
    void answersAFailureWithItsCodeInTwoLanguages() {
        assertThatThrownBy(() -> client(false).confirmReceived(new ConfirmReceived()))
                .isInstanceOfSatisfying(ExchangeFaultException.class, e -> {
                    assertThat(e.getFaultInfo().code).isEqualTo("not-found");
                    assertThat(e.getFaultInfo().messageVi).contains("Không tìm thấy");
                    assertThat(e.getFaultInfo().messageEn).isNotBlank();
                });
    }

    @Test
    void tellsNothingOfAFaultOfItsOwn() {
        assertThatThrownBy(() -> client(false).updateTraces(new UpdateTraces()))
                .isInstanceOfSatisfying(ExchangeFaultException.class, e -> {
                    assertThat(e.getFaultInfo().code).isEqualTo("internal");
                    assertThat(e.getMessage()).doesNotContain("secret");
                });
    }
}
