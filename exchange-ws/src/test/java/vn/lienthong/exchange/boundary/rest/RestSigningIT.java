package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Signing, validating and time-stamping over REST with the keys of SoftHSM, on the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestSigningIT {
    private static final String PARAMETERS =
            "{\"key\":\"official-nguyen-van-an\",\"reason\":\"Ban hành\",\"location\":\"Bắc Kạn\"}";

    @Test
    void signsADocumentThatIsValidUntilItIsChanged() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer signed = client.sign(OFFICIAL, pdf(), PARAMETERS);

            assertThat(signed.status()).isEqualTo(200);
            assertThat(signed.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(signed.header(ContentDigest.HEADER)).isEqualTo(ContentDigest.format(sha256(signed.body())));
            JsonNode report = validate(client, signed.body(), "vi");
            assertThat(report.get("verdict").asText()).isEqualTo("VALID");
            assertThat(report.get("verdictText").asText()).isEqualTo("Hợp lệ");
            assertThat(report.at("/signatures/0/level").asText()).isEqualTo("PAdES-BASELINE-T");
            assertThat(report.at("/signatures/0/signer/commonName").asText()).isEqualTo("Nguyễn Văn An");

            byte[] changed = Arrays.copyOf(signed.body(), signed.body().length + 1);
            changed[changed.length - 1] = '\n';
            JsonNode verdict = validate(client, changed, "en");
            assertThat(verdict.get("verdict").asText()).isEqualTo("INVALID");
            assertThat(verdict.get("verdictText").asText()).isEqualTo("Invalid");
        }
    }

    @Test
    void saysThatAnUnsignedDocumentIsNoneOfBoth() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode report = validate(client, pdf(), "vi");
            assertThat(report.get("signed").asBoolean()).isFalse();
            assertThat(report.get("verdict").asText()).isEqualTo("INDETERMINATE");
        }
    }

    @Test
    void refusesWhatCannotBeSignedAndLeavesNothingBehind() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.sign(OFFICIAL, new byte[] {1, 2, 3}, PARAMETERS).code())
                    .isEqualTo("document-not-signable");
            assertThat(client.sign(OFFICIAL, pdf(), "{\"key\":\"seal-ubnd-bac-kan\"}")
                            .code())
                    .isEqualTo("key-not-yours");
            assertThat(client.sign(OFFICIAL, pdf(), "{\"key\":\"log-seal\"}").code())
                    .isEqualTo("key-unknown");
            assertThat(client.sign(OFFICIAL, pdf(), "{\"key\":\"official-nguyen-van-an\",\"level\":\"LTA\"}")
                            .code())
                    .isEqualTo("parameter-invalid");
            Path temporary = Path.of(System.getProperty("lienthong.it.state"), "tmp");
            assertThat(temporary.toFile().list((folder, name) -> name.startsWith("signed-")))
                    .isEmpty();
        }
    }

    @Test
    void signsDigestsThatTheCertificateVerifies() throws Exception {
        byte[] data = {1, 2, 3};
        String digest = Base64.getEncoder()
                .encodeToString(DigestAlgorithm.SHA256.digest(data).value().toArray());
        try (RestClient client = new RestClient()) {
            Answer answer = client.post(
                    HASHES,
                    "hashes/signatures",
                    "{\"key\":\"hash-p256\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\"" + digest + "\"]}");
            byte[] signature =
                    Base64.getDecoder().decode(answer.json().at("/signatures/0").asText());
            JsonNode key = client.get(HASHES, "keys").json().at("/items/0");
            assertThat(key.get("alias").asText()).isEqualTo("hash-p256");

            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            Base64.getDecoder().decode(key.at("/certificates/0").asText()))));
            verifier.update(data);
            assertThat(verifier.verify(signature)).isTrue();
        }
    }

    @Test
    void issuesTimestampsAsJsonAndAsRfc3161() throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        try (RestClient client = new RestClient()) {
            Answer json = client.post(
                    OFFICIAL, "timestamps", "{\"hashAlgorithm\":\"SHA-256\",\"digest\":\"" + digest + "\"}");
            assertThat(json.json().get("token").asText()).startsWith("MII");

            Answer rejected = tsa(client, "application/timestamp-query", new byte[] {1, 2, 3});
            assertThat(rejected.status()).isEqualTo(200);
            assertThat(rejected.header("Content-Type")).isEqualTo("application/timestamp-reply");
            assertThat(tsa(client, "text/plain", new byte[3]).status()).isEqualTo(415);
            assertThat(tsa(client, "application/timestamp-query", new byte[70_000])
                            .status())
                    .isEqualTo(413);
            assertThat(client.send(RestClient.anonymous("/tsa")).status()).isEqualTo(405);
        }
    }

    private static Answer tsa(RestClient client, String type, byte[] body) throws Exception {
        return client.send(
                RestClient.anonymous("/tsa").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonNode validate(RestClient client, byte[] document, String language) throws Exception {
        Answer answer = client.send(RestClient.as(OFFICIAL, "validations")
                .header("Content-Type", "application/pdf")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofByteArray(document)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        return answer.json();
    }

    static byte[] pdf() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toByteArray();
    }

    private static Sha256Digest sha256(byte[] octets) {
        return Sha256Digest.of(DigestAlgorithm.SHA256.digest(octets).value().toArray());
    }
}
