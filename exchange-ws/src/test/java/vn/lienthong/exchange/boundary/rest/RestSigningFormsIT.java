package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Every form of signature over REST with a key of SoftHSM, on the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestSigningFormsIT {
    private static final byte[] XML =
            "<congVan xmlns=\"urn:cv\"><so>12</so></congVan>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEXT = "Phụ lục".getBytes(StandardCharsets.UTF_8);

    @Test
    void signsInEachFormatAndRaisesItToTheHighestLevel() throws Exception {
        try (RestClient client = new RestClient()) {
            signsAndRaises(client, "XAdES", "enveloped", "application/xml", "XAdES");
            signsAndRaises(client, "XAdES", "enveloping", "application/xml", "XAdES");
            signsAndRaises(client, "CAdES", "enveloping", "application/pkcs7-mime", "CAdES");
            signsAndRaises(client, "JAdES", "enveloping", "application/jose+json", "JAdES");
            signsAndRaises(client, "ASiC-S", "cades", "application/vnd.etsi.asic-s+zip", "CAdES");
            signsAndRaises(client, "ASiC-E", "xades", "application/vnd.etsi.asic-e+zip", "XAdES");
        }
    }

    private static void signsAndRaises(
            RestClient client, String format, String packaging, String mediaType, String family) throws Exception {
        Answer signed = sign(client, format, packaging, ",\"level\":\"baseline-B\"", Part.document("van ban.xml", XML));
        assertThat(signed.status())
                .as(format + new String(signed.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(signed.header("Content-Type")).startsWith(mediaType); // a charset may follow
        assertThat(signed.header(ContentDigest.HEADER))
                .isEqualTo(ContentDigest.format(Sha256Digest.of(
                        DigestAlgorithm.SHA256.digest(signed.body()).value().toArray())));
        judged(client, signed.body(), family + "-BASELINE-B");

        Answer raised = FormsClient.post(
                client,
                OFFICIAL,
                "signatures/extend",
                List.of(new Part("signed", "a", signed.body()), Part.parameters("{\"level\":\"baseline-LTA\"}")));
        assertThat(raised.status())
                .as(format + new String(raised.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(raised.header("Content-Type"))
                .startsWith(mediaType.equals("application/pkcs7-mime") ? "application/pkcs7-signature" : mediaType);
        judged(client, raised.body(), family + "-BASELINE-LTA");
    }

    @Test
    void signsSeveralDocumentsAtOnceAndAtTheHighestLevel() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer signed = sign(
                    client,
                    "ASiC-E",
                    "cades",
                    ",\"level\":\"baseline-LTA\",\"digest\":\"SHA-512\"",
                    Part.document("công văn.xml", XML),
                    Part.document("phụ lục.txt", TEXT));
            assertThat(signed.status()).isEqualTo(200);
            judged(client, signed.body(), "CAdES-BASELINE-LTA");
        }
    }

    @Test
    void raisesADetachedSignatureOnlyWithItsDocuments() throws Exception {
        try (RestClient client = new RestClient()) {
            Part one = Part.document("a.txt", TEXT);
            Part two = Part.document("b.xml", XML);
            Part signed = new Part(
                    "signed",
                    "",
                    sign(client, "XAdES", "detached", "", one, two).body());
            Part level = Part.parameters("{\"level\":\"baseline-LT\"}");
            assertThat(FormsClient.post(client, OFFICIAL, "signatures/extend", List.of(signed, one, two, level))
                            .status())
                    .isEqualTo(200);
            Answer alone = FormsClient.post(client, OFFICIAL, "signatures/extend", List.of(signed, level));
            assertThat(alone.code()).isEqualTo("document-not-signable");
        }
    }

    @Test
    void signsASignature() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer signed = sign(client, "XAdES", "enveloped", "", Part.document("a.xml", XML));
            Answer countered = FormsClient.post(
                    client,
                    OFFICIAL,
                    "signatures/counter",
                    List.of(
                            new Part("signed", "", signed.body()),
                            Part.parameters("{\"key\":\"official-nguyen-van-an\"}")));
            assertThat(countered.status()).isEqualTo(200);
            assertThat(new String(countered.body(), StandardCharsets.UTF_8)).contains("CounterSignature");
            judged(client, countered.body(), "XAdES-BASELINE-T");
            Answer theirs = FormsClient.post(
                    client,
                    OFFICIAL,
                    "signatures/counter",
                    List.of(new Part("signed", "", signed.body()), Part.parameters("{\"key\":\"seal-ubnd-bac-kan\"}")));
            assertThat(theirs.code()).isEqualTo("key-not-yours");
        }
    }

    @Test
    void certifiesAPdfThatCanBeSignedAndRaisedAfterwards() throws Exception {
        try (RestClient client = new RestClient()) {
            String parameters = "{\"key\":\"official-nguyen-van-an\",\"certify\":true}";
            Answer certified = client.sign(OFFICIAL, RestSigningIT.pdf(), parameters);
            assertThat(certified.status()).isEqualTo(200);
            judged(client, certified.body(), "PAdES-BASELINE-T");
            assertThat(client.sign(OFFICIAL, certified.body(), parameters).code())
                    .isEqualTo("document-not-signable");
            Answer raised = FormsClient.post(
                    client,
                    OFFICIAL,
                    "signatures/extend",
                    List.of(
                            new Part("signed", "a.pdf", certified.body()),
                            Part.parameters("{\"level\":\"baseline-LTA\"}")));
            assertThat(raised.header("Content-Type")).isEqualTo("application/pdf");
            judged(client, raised.body(), "PAdES-BASELINE-LTA");
        }
    }

    @Test
    void refusesWhatAFormCannotBe() throws Exception {
        try (RestClient client = new RestClient()) {
            Part text = Part.document("a.txt", TEXT);
            assertThat(sign(client, "JAdES", "compact", ",\"level\":\"baseline-T\"", text)
                            .code())
                    .isEqualTo("signature-form-not-possible");
            assertThat(sign(client, "CAdES", "detached", "", text, Part.document("b.txt", XML))
                            .code())
                    .isEqualTo("signature-form-not-possible");
            assertThat(sign(client, "ASiC-E", "cades", "", text, text).code()).isEqualTo("signature-form-not-possible");
            assertThat(sign(client, "XAdES", "enveloped", "", text).code()).isEqualTo("document-not-signable");
            assertThat(sign(client, "XAdES", "inside", "", text).code()).isEqualTo("parameter-invalid");
            assertThat(sign(client, "XAdES", "enveloping", ",\"digest\":\"SHA-1\"", text)
                            .code())
                    .isEqualTo("parameter-invalid");
            assertThat(sign(client, "XAdES", "enveloping", ",\"reason\":\"x\"", text)
                            .code())
                    .isEqualTo("parameter-invalid");
            assertThat(sign(client, "XAdES", "detached", "", Part.document("a*?.txt", TEXT))
                            .code())
                    .isEqualTo("parameter-invalid");
            assertThat(sign(client, "XAdES", "enveloped", "", Part.document("a.xml", hostile()))
                            .code())
                    .isEqualTo("document-not-signable");
        }
    }

    private static byte[] hostile() {
        return "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>".getBytes(StandardCharsets.UTF_8);
    }

    private static Answer sign(RestClient client, String format, String packaging, String more, Part... documents)
            throws Exception {
        List<Part> parts = new ArrayList<>(List.of(documents));
        parts.add(Part.parameters("{\"key\":\"official-nguyen-van-an\",\"format\":\"" + format + "\",\"packaging\":\""
                + packaging + "\"" + more + "}"));
        return FormsClient.post(client, OFFICIAL, "signatures", parts);
    }

    private static void judged(RestClient client, byte[] document, String level) throws Exception {
        Answer answer = client.send(RestClient.as(OFFICIAL, "validations")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(document)));
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.get("verdict").asText()).as(report.toString()).isEqualTo("VALID");
        assertThat(report.at("/signatures/0/level").asText()).isEqualTo(level);
    }
}
