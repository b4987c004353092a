package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.decoded;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.digests;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.document;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.hash;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.octets;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.Commands;

/** What signatures/signDoc gives with returnValidationInfo, and what OpenSSL finds by it alone. CSC API v2, section 11.12. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscValidationInfoIT {
    @TempDir
    Path folder;

    private SignDocClient client;

    @BeforeEach
    void enrol() throws Exception {
        client = SignDocClient.in(folder);
        assertThat(call("info", null, "{}").json().path("validationInfo").asBoolean())
                .isTrue();
    }

    /** The application prepares the PDF, sends the digest of what its ByteRange names, and raises the result itself. */
    @Test
    void givesWhatAPdfNeedsThatTheApplicationKeeps() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonNode info;
        try (PDDocument document = Loader.loadPDF(pdf())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setSignDate(new Calendar.Builder()
                    .setInstant(Clock.systemUTC().millis())
                    .build());
            document.addSignature(signature, new SignatureOptions());
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            byte[] range = signing.getContent().readAllBytes();
            String sad = client.authorize(range);
            Answer answer = call(
                    "signatures/signDoc",
                    client.token(),
                    "{\"credentialID\":\"" + client.id() + "\",\"SAD\":\"" + sad
                            + "\",\"returnValidationInfo\":true,\"documentDigests\":["
                            + digests("P", "Ades-B-LT", hash(range)) + "]}");
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            signing.setSignature(decoded(answer, "SignatureObject").getFirst());
            info = answer.json().path("validationInfo");
        }
        assertThat(client.pdfsig(out.toByteArray())).contains("Signature is Valid.", "Total document signed");
        CscSignDocLevelsIT.judged(out.toByteArray(), "PAdES-BASELINE-T");
        assertThat(info.path("ocsp").isArray()).isTrue();
        assertThat(info.path("certificates").size()).isGreaterThan(3);
        assertThat(info.path("crl").size()).isPositive();
        complete(info);
    }

    @Test
    void tellsWhatEverySignatureOfARequestNeedsOnce() throws Exception {
        byte[] xml = octets("<cong-van>" + System.nanoTime() + "</cong-van>");
        byte[] text = octets("Tờ trình " + System.nanoTime());
        String sad = client.authorize(xml, text);
        Answer answer = call(
                "signatures/signDoc",
                client.token(),
                "{\"returnValidationInfo\":true,\"documents\":[" + document(xml, "X", "Ades-B-B", null) + ","
                        + document(text, "C", "Ades-B-T", "Detached") + "],\"credentialID\":\"" + client.id()
                        + "\",\"SAD\":\"" + sad + "\"}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        JsonNode info = answer.json().path("validationInfo");
        assertThat(info.path("certificates")).doesNotHaveDuplicates();
        assertThat(info.path("crl")).doesNotHaveDuplicates();
        complete(info);
    }

    /** OpenSSL finds each certificate's path whole, and nothing on it revoked, by the validation information alone. */
    private void complete(JsonNode info) throws Exception {
        Path certificates = folder.resolve("certificates.pem");
        Path crls = folder.resolve("crls.pem");
        Files.writeString(certificates, pem("CERTIFICATE", info.path("certificates")));
        Files.writeString(crls, pem("X509 CRL", info.path("crl")));
        Path anchor;
        try (var anchors = Files.list(Path.of(System.getProperty("lienthong.it.state"), "pki/anchors"))) {
            anchor = anchors.findFirst().orElseThrow();
        }
        for (JsonNode each : info.path("certificates")) {
            Path certificate = Files.write(
                    folder.resolve("certificate.der"), Base64.getDecoder().decode(each.asText()));
            Commands.succeed(
                    folder,
                    List.of(
                            "openssl",
                            "verify",
                            "-crl_check_all",
                            "-CAfile",
                            anchor.toString(),
                            "-CRLfile",
                            crls.toString(),
                            "-untrusted",
                            certificates.toString(),
                            certificate.toString()));
        }
    }

    private static String pem(String label, JsonNode all) {
        StringBuilder text = new StringBuilder();
        for (JsonNode each : all) {
            String lines = each.asText().replaceAll("(.{64})(?=.)", "$1\n");
            text.append("-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
        }
        return text.toString();
    }
}
