package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.decoded;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.digests;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.document;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.hash;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.octets;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.pdf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.Eventually;

/** signatures/signDoc at LT and LTA, with what is said along, and with later answers. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscSignDocLevelsIT {
    @TempDir
    Path folder;

    private SignDocClient client;

    @BeforeEach
    void enrol() throws Exception {
        client = SignDocClient.in(folder);
    }

    @Test
    void signsEveryFormatAtTheHighestLevels() throws Exception {
        byte[] longTerm = pdf();
        byte[] archived = pdf();
        byte[] xml = octets("<cong-van>Số " + System.nanoTime() + "</cong-van>");
        byte[] text = octets("Tờ trình " + System.nanoTime());
        byte[] beside = octets("Phụ lục " + System.nanoTime());
        byte[] jose = octets("{\"so\":" + System.nanoTime() + "}");
        String sad = client.authorize(longTerm, archived, xml, text, beside, jose);
        Answer answer = client.signDoc(
                sad,
                document(longTerm, "P", "Ades-B-LT", null),
                document(archived, "P", "AdES-B-LTA", "Revision"),
                document(xml, "X", "Ades-B-LTA", null),
                document(text, "C", "Ades-B-LTA", null),
                document(beside, "C", "Ades-LT", "Detached"),
                document(jose, "J", "Ades-B-LTA", null));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<byte[]> signed = decoded(answer, "DocumentWithSignature");
        List<byte[]> alone = decoded(answer, "SignatureObject");
        assertThat(answer.json().has("validationInfo")).isFalse();

        assertThat(client.pdfsig(signed.get(0))).contains("Signature is Valid.");
        assertThat(client.pdfsig(signed.get(1)))
                .contains("Signature is Valid.", "Signature #2", "Máy chủ dấu thời gian");
        assertThat(client.xmlsec(signed.get(2))).contains("OK");
        assertThat(client.openssl(signed.get(3), null)).isEqualTo(text);
        assertThat(client.openssl(alone.get(0), beside)).isEqualTo(beside);
        judged(signed.get(0), "PAdES-BASELINE-LT");
        judged(signed.get(1), "PAdES-BASELINE-LTA");
        judged(signed.get(2), "XAdES-BASELINE-LTA");
        judged(signed.get(3), "CAdES-BASELINE-LTA");
        judged(signed.get(4), "JAdES-BASELINE-LTA");
    }

    @Test
    void signsDigestsAtTheHighestLevels() throws Exception {
        byte[] first = octets("Văn bản giữ lại " + System.nanoTime());
        byte[] second = octets("Văn bản giữ lại " + System.nanoTime());
        String sad = client.authorize(first, second);
        Answer answer = call(
                "signatures/signDoc",
                client.token(),
                "{\"credentialID\":\"" + client.id() + "\",\"SAD\":\"" + sad + "\",\"documentDigests\":["
                        + digests("C", "Ades-B-LT", hash(first)) + "," + digests("C", "Ades-B-LTA", hash(second))
                        + "]}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<byte[]> alone = decoded(answer, "SignatureObject");
        assertThat(client.openssl(alone.get(0), first)).isEqualTo(first);
        assertThat(client.openssl(alone.get(1), second)).isEqualTo(second);
        // id-aa-ets-archiveTimestampV3, and the revocation lists within the SignedData
        assertThat(printed(alone.get(1))).contains("0.4.0.1733.2.4", "d.crl:");
        assertThat(printed(alone.get(0))).contains("d.crl:").doesNotContain("0.4.0.1733.2.4");
    }

    @Test
    void signsWhatIsSaidAlong() throws Exception {
        byte[] letter = pdf();
        byte[] xml = octets("<cong-van>" + System.nanoTime() + "</cong-van>");
        byte[] jose = octets("{\"so\":" + System.nanoTime() + "}");
        String[] wanted = {
            with(document(letter, "P", "Ades-B-B", null), "Reason", "Ban hành", "Location", "Hà Nội"),
            with(document(xml, "X", "Ades-B-B", null), "SignatureProductionPlaceV2", "Đà Nẵng"),
            with(document(jose, "J", "Ades-B-B", null), "sigPl", "Huế")
        };
        String sad = client.authorizeSaying(
                "\"documentInfo\":[" + with("{\"a\":1}", "Location", "Hà Nội", "Reason", "Ban hành") + ","
                        + with("{\"a\":1}", "Location", "Đà Nẵng") + "," + with("{\"a\":1}", "sigPl", "Huế") + "],",
                letter,
                xml,
                jose);
        // What the official did not agree to is not said, and does not cost the hashes.
        assertThat(client.signDoc(sad, wanted[0].replace("Ban hành", "Bãi bỏ"), wanted[1], wanted[2])
                        .error())
                .isEqualTo("400 invalid_request: Invalid parameter signed_props");
        Answer answer = client.signDoc(sad, wanted);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<byte[]> signed = decoded(answer, "DocumentWithSignature");
        try (PDDocument document = Loader.loadPDF(signed.get(0))) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getReason()).isEqualTo("Ban hành");
            assertThat(signature.getLocation()).isEqualTo("Hà Nội");
        }
        assertThat(client.pdfsig(signed.get(0))).contains("Signature is Valid.");
        assertThat(client.xmlsec(signed.get(1))).contains("OK");
        assertThat(new String(signed.get(1), StandardCharsets.UTF_8)).contains("SignatureProductionPlaceV2", "Đà Nẵng");
        String header =
                new ObjectMapper().readTree(signed.get(2)).path("protected").asText();
        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .contains("sigPl", "Huế");
    }

    @Test
    void keepsAnAnswerToBeFetched() throws Exception {
        byte[] text = octets("Để lấy sau " + System.nanoTime());
        byte[] large = octets("x".repeat(1 << 20) + System.nanoTime());
        String sad = client.authorize(text, large);
        assertThat(later(sad, document(large, "C", "Ades-B-B", null)).error())
                .isEqualTo("400 invalid_request: Request too large");
        assertThat(call(
                                "signatures/signDoc",
                                sad,
                                "{\"operationMode\":\"A\",\"credentialID\":\"" + client.id() + "\",\"documents\":["
                                        + document(text, "C", "Ades-B-B", null) + "]}")
                        .error())
                .isEqualTo("400 invalid_request: Invalid parameter operationMode");
        Answer later = later(sad, document(text, "C", "Ades-B-T", null));
        assertThat(later.status()).as(later.response().body()).isEqualTo(200);
        assertThat(later.json().has("DocumentWithSignature")).isFalse();
        String poll = "{\"responseID\":\"" + later.json().path("responseID").asText() + "\"}";
        for (int i = 0; i < 2; i++) {
            Answer fetched = call("signatures/signPolling", client.token(), poll);
            assertThat(client.openssl(decoded(fetched, "DocumentWithSignature").getFirst(), null))
                    .isEqualTo(text);
        }
        // What was too large to be kept is still authorised.
        assertThat(client.signDoc(sad, document(large, "C", "Ades-B-B", null)).status())
                .isEqualTo(200);
    }

    /** As the directory file does it: the port is part of the address. */
    private static void register(String noticeUri) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        System.getenv("EXCHANGE_DB_URL"),
                        System.getenv("EXCHANGE_DB_USER"),
                        System.getenv("EXCHANGE_DB_PASSWORD"));
                PreparedStatement statement = database.prepareStatement(
                        "update oauth_client set response_uris = array[?] where 'http://127.0.0.1:8766/thong-bao' ="
                                + " any(response_uris)")) {
            statement.setString(1, noticeUri);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    /** It is told again until it takes notice, follows nothing, and is told nowhere else. */
    @Test
    void tellsTheApplicationWhereItIsRegistered() throws Exception {
        byte[] text = octets("Báo khi xong " + System.nanoTime());
        String sad = client.authorize(text);
        String document = document(text, "C", "Ades-B-B", null);
        try (Redirection application = new Redirection()) {
            register(application.noticeUri());
            for (String elsewhere : List.of(
                    application.uri(), application.noticeUri() + "?x", "http://169.254.169.254/thong-bao", "x")) {
                assertThat(later(sad, document, elsewhere).error())
                        .isEqualTo("400 invalid_request: Invalid parameter response_uri");
            }
            Answer later = later(sad, document, application.noticeUri());
            assertThat(later.status()).as(later.response().body()).isEqualTo(200);
            Eventually.within(
                    Duration.ofSeconds(60),
                    "it took notice",
                    () -> application.notices().size() == 3);
            assertThat(application.notices())
                    .containsOnly("{\"responseID\":\""
                            + later.json().path("responseID").asText() + "\"}");
        }
    }

    private Answer later(String sad, String document) throws Exception {
        return later(sad, document, null);
    }

    private Answer later(String sad, String document, @Nullable String responseUri) throws Exception {
        return call(
                "signatures/signDoc",
                client.token(),
                "{\"operationMode\":\"A\",\"validity_period\":60000,"
                        + (responseUri == null ? "" : "\"response_uri\":\"" + responseUri + "\",") + "\"documents\":["
                        + document
                        + "],\"credentialID\":\"" + client.id() + "\",\"SAD\":\"" + sad + "\"}");
    }

    private static String with(String document, String... namesAndValues) {
        List<String> properties = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.add("{\"attribute_name\":\"" + namesAndValues[i] + "\",\"attribute_value\":\""
                    + namesAndValues[i + 1] + "\"}");
        }
        return document.substring(0, document.length() - 1) + ",\"signed_props\":[" + String.join(",", properties)
                + "]}";
    }

    /** The verdict of the server's own validation, which knows nothing of who signed by which interface. */
    static void judged(byte[] document, String level) throws Exception {
        Answer answer = CscServer.send(HttpRequest.newBuilder(CscServer.uri("/api/v1/validations"))
                .header("Authorization", "Bearer " + CscServer.secret(CscServer.OFFICIAL + ".token"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(document)));
        assertThat(answer.json().path("verdict").asText())
                .as(answer.response().body())
                .isEqualTo("VALID");
        assertThat(answer.json().at("/signatures/0/level").asText()).isEqualTo(level);
    }

    private String printed(byte[] cms) throws Exception {
        Path file = Files.write(folder.resolve("printed.der"), cms);
        return Commands.succeed(
                folder,
                List.of("openssl", "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", file.toString()));
    }
}
