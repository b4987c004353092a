package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

/** The running server with keys that must not sign: each is refused over REST in every form, by the code of its reason. */
class RefusedKeysIT {
    private static final int OFFSET = 890;
    private static final int DATABASE_PORT = 15942;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<congVan><so>12</so></congVan>";
    private static final String PADES = "\"format\":\"PAdES\"";
    private static final List<String> FORMS = List.of(
            "\"format\":\"XAdES\",\"packaging\":\"enveloped\"",
            "\"format\":\"XAdES\",\"packaging\":\"enveloping\"",
            "\"format\":\"XAdES\",\"packaging\":\"detached\"",
            "\"format\":\"CAdES\",\"packaging\":\"enveloping\"",
            "\"format\":\"CAdES\",\"packaging\":\"detached\"",
            "\"format\":\"JAdES\",\"packaging\":\"compact\"",
            "\"format\":\"JAdES\",\"packaging\":\"enveloping\"",
            "\"format\":\"JAdES\",\"packaging\":\"detached\"",
            "\"format\":\"ASiC-S\",\"packaging\":\"cades\"",
            "\"format\":\"ASiC-S\",\"packaging\":\"xades\"",
            "\"format\":\"ASiC-E\",\"packaging\":\"cades\"",
            "\"format\":\"ASiC-E\",\"packaging\":\"xades\"",
            PADES);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestPki pki = TestPki.at(Clock.systemUTC().instant());
    private TestState state;

    @BeforeEach
    void start() throws Exception {
        state = TestState.fresh("refused-state").withDatabase(DATABASE_PORT);
        Pem.write(state.folder().resolve("pki/anchors/refused.pem"), List.of(pki.root()));
        certify("official-nguyen-van-an", Profile.signer("Nguyễn Văn An").expired());
        pki.revoke(
                certify("hash-rsa3072", Profile.signer("Bị thu hồi")),
                Instant.now().minusSeconds(60));
        List<X509Certificate> weak =
                pki.issue(Profile.signer("Khóa ngắn").weak()).chain();
        Pem.write(chain("hash-rsa2048"), weak);
        Files.write(state.folder().resolve("pki/crl/refused.crl"), pki.crl());
        Files.write(state.folder().resolve("pki/crl/refused-root.crl"), pki.rootCrl());
    }

    @AfterEach
    void stop() {
        state.stopDatabase();
    }

    @Test
    void refusesKeysThatMustNotSign() throws Exception {
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            for (String form : FORMS) {
                assertThat(sign(server, "nguyen-van-an", "official-nguyen-van-an", form))
                        .as("expired, %s", form)
                        .isEqualTo("certificate-not-valid");
                assertThat(sign(server, "do-hieu-nang", "hash-rsa3072", form))
                        .as("revoked, %s", form)
                        .isEqualTo("certificate-not-valid");
                assertThat(sign(server, "do-hieu-nang", "hash-rsa2048", form))
                        .as("RSA-1024, %s", form)
                        .isEqualTo("certificate-not-valid");
                assertThat(sign(server, "do-hieu-nang", "hash-p256", form + ",\"digest\":\"SHA-1\""))
                        .as("SHA-1, %s", form)
                        .isEqualTo("parameter-invalid");
                assertThat(sign(server, "do-hieu-nang", "hash-p256", form))
                        .as("a good key, %s", form)
                        .isEmpty();
            }
        }
    }

    @Test
    void refusesThemAtTheOtherDoorsToo() throws Exception {
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            String signed = signedXml(server);
            for (String[] refused : new String[][] {
                {"nguyen-van-an", "official-nguyen-van-an", "RSA_PKCS1_SHA256", "expired"},
                {"do-hieu-nang", "hash-rsa3072", "RSA_PKCS1_SHA256", "revoked"},
                {"do-hieu-nang", "hash-rsa2048", "RSA_PKCS1_SHA256", "RSA-1024"}
            }) {
                String account = refused[0];
                String key = refused[1];
                assertThat(hashes(server, account, key, refused[2]))
                        .as("%s, hashes", refused[3])
                        .isEqualTo("certificate-not-valid");
                assertThat(counter(server, account, key, signed))
                        .as("%s, counter-signature", refused[3])
                        .isEqualTo("certificate-not-valid");
                assertThat(batch(server, account, key))
                        .as("%s, batch", refused[3])
                        .contains("\"certificate-not-valid\"")
                        .doesNotContain("\"signed\":1");
            }
            assertThat(hashes(server, "do-hieu-nang", "hash-p256", "ECDSA_SHA256"))
                    .isEmpty();
            assertThat(counter(server, "do-hieu-nang", "hash-p256", signed)).isEmpty();
            assertThat(batch(server, "do-hieu-nang", "hash-p256")).doesNotContain("certificate-not-valid");
        }
    }

    private String hashes(ServerProcess server, String account, String key, String scheme) throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        return code(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hashes/signatures"))
                .header("Authorization", bearer(account))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"key\":\"%s\",\"scheme\":\"%s\",\"digests\":[\"%s\"]}".formatted(key, scheme, digest)))
                .build());
    }

    /** A signature by the good key. */
    private String signedXml(ServerProcess server) throws Exception {
        var answer = http.send(
                form(server, "signatures", "do-hieu-nang", """
                        {"key":"hash-p256","level":"baseline-B","format":"XAdES","packaging":"enveloped"}""", "document", XML),
                BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String counter(ServerProcess server, String account, String key, String signed) throws Exception {
        return code(form(server, "signatures/counter", account, "{\"key\":\"" + key + "\"}", "signed", signed));
    }

    /** What became of a batch of one, once it is over; or the refusal of the whole. */
    private String batch(ServerProcess server, String account, String key) throws Exception {
        var answer = http.send(
                form(server, "signature-batches", account, """
                        {"key":"%s","format":"CAdES","level":"baseline-B"}""".formatted(key), "document", "mot van ban"),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            return answer.body();
        }
        String id =
                JsonMapper.builder().build().readTree(answer.body()).path("id").asText();
        String batch = "/api/v1/signature-batches/" + id;
        Eventually.within(
                Duration.ofSeconds(60),
                "the batch is finished",
                () -> get(server, account, batch).contains("\"finished\""));
        return get(server, account, batch) + get(server, account, batch + "/items");
    }

    private String get(ServerProcess server, String account, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .header("Authorization", bearer(account))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpRequest form(
            ServerProcess server, String path, String account, String parameters, String part, String content) {
        String body = """
                --x\r
                Content-Disposition: form-data; name="parameters"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="%s"; filename="a.xml"\r
                \r
                %s\r
                --x--\r
                """.formatted(parameters, part, content);
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
                .header("Authorization", bearer(account))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
    }

    private X509Certificate certify(String alias, Profile profile) throws Exception {
        PublicKey key;
        try (InputStream pem = Files.newInputStream(chain(alias))) {
            key = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .iterator()
                    .next()
                    .getPublicKey();
        }
        List<X509Certificate> certified = pki.certify(key, profile);
        Pem.write(chain(alias), certified);
        return certified.get(0);
    }

    private Path chain(String alias) throws Exception {
        JsonNode keys = JsonMapper.builder()
                .build()
                .readTree(state.folder().resolve("pki/keys.json").toFile());
        for (JsonNode key : keys.get("keys")) {
            if (key.get("alias").textValue().equals(alias)) {
                return state.folder().resolve(key.get("chain").textValue());
            }
        }
        throw new AssertionError("no key " + alias);
    }

    /** The code of the refusal; empty for a signature. */
    private String sign(ServerProcess server, String account, String key, String form) throws Exception {
        String body = """
                --x\r
                Content-Disposition: form-data; name="document"; filename="cong van.xml"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="parameters"\r
                \r
                {"key":"%s","level":"baseline-B",%s}\r
                --x--\r
                """.formatted(form.equals(PADES) ? pdf() : XML, key, form);
        return code(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/signatures"))
                .header("Authorization", bearer(account))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build());
    }

    /** Its octets as characters of Latin 1, as which the form is sent. */
    private static String pdf() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    private String code(HttpRequest request) throws Exception {
        var answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? ""
                : JsonMapper.builder()
                        .build()
                        .readTree(answer.body())
                        .path("code")
                        .asText();
    }

    private String bearer(String account) {
        return "Bearer " + state.text("secrets/" + account + ".token");
    }
}
