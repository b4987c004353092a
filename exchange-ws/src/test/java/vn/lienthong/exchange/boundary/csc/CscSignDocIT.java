package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.sha256;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.RSA_SHA256;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.decoded;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.digests;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.document;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.hash;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.octets;
import static vn.lienthong.exchange.boundary.csc.SignDocClient.pdf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.AuditBodies;

/** Documents signed over the CSC API, and what OpenSSL, pdfsig and xmlsec1 say of them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscSignDocIT {
    private static final String NOT_AUTHORIZED = "403 invalid_hash: Hash is not authorized by the SAD";

    @TempDir
    Path folder;

    private SignDocClient client;

    @BeforeEach
    void enrol() throws Exception {
        client = SignDocClient.in(folder);
    }

    @Test
    void signsDocumentsOfEveryFormatUnderOneSad() throws Exception {
        byte[] pdf = pdf();
        byte[] revised = pdf();
        byte[] xml = octets("<cong-van>Số " + System.nanoTime() + "</cong-van>");
        byte[] text = octets("Tờ trình " + System.nanoTime());
        byte[] beside = octets("Phụ lục " + System.nanoTime());
        byte[] jose = octets("{\"so\":" + System.nanoTime() + "}");
        byte[] joseBeside = octets("{\"so\":" + System.nanoTime() + "}");
        byte[] xmlBeside = octets("<phu-luc>" + System.nanoTime() + "</phu-luc>");
        String sad = client.authorize(pdf, revised, xml, text, beside, jose, joseBeside, xmlBeside);
        Answer answer = client.signDoc(
                sad,
                document(pdf, "P", "Ades-B-T", null),
                document(revised, "P", "AdES-B", "Revision"),
                document(xml, "X", "ades-t", "Enveloped"),
                document(text, "C", "Ades-B-T", null),
                document(beside, "C", "Ades-B-B", "Detached"),
                document(jose, "J", "Ades-B-T", null),
                document(joseBeside, "J", "Ades-B-B", "Detached"),
                document(xmlBeside, "X", "Ades-B-B", "Detached"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        List<byte[]> signed = decoded(answer, "DocumentWithSignature");
        List<byte[]> alone = decoded(answer, "SignatureObject");
        assertThat(signed).hasSize(5);
        assertThat(alone).hasSize(3);

        assertThat(client.pdfsig(signed.get(0))).contains("Signature is Valid.", "Total document signed");
        assertThat(new String(signed.get(0), StandardCharsets.ISO_8859_1)).contains("/DocMDP");
        assertThat(client.pdfsig(signed.get(1))).contains("Signature is Valid.");
        assertThat(new String(signed.get(1), StandardCharsets.ISO_8859_1)).doesNotContain("/DocMDP");
        assertThat(client.xmlsec(signed.get(2))).contains("OK");
        assertThat(client.openssl(signed.get(3), null)).isEqualTo(text);
        assertThat(client.openssl(alone.get(0), beside)).isEqualTo(beside);
        assertThat(new String(signed.get(4), StandardCharsets.UTF_8)).contains("\"signature\"", "\"etsiU\"");
        assertThat(new String(alone.get(1), StandardCharsets.UTF_8)).contains("\"signature\"");
        assertThat(new String(alone.get(2), StandardCharsets.UTF_8)).contains("QualifyingProperties");
        assertThat(AuditBodies.of("document-signed").getLast()).contains("authorization", "official-tran-thi-binh");

        // once each, whichever way
        assertThat(client.signDoc(sad, document(text, "C", "Ades-B-B", null)).error())
                .isEqualTo(NOT_AUTHORIZED);
        assertThat(call(
                                "signatures/signHash",
                                client.token(),
                                "{\"credentialID\":\"" + client.id() + "\",\"SAD\":\"" + sad + "\",\"signAlgo\":\""
                                        + RSA_SHA256 + "\",\"hashes\":[\"" + hash(text) + "\"]}")
                        .error())
                .isEqualTo("400 invalid_request: Hash is not authorized by the SAD");
    }

    @Test
    void signsDigestsOfDocumentsThatTheApplicationKept() throws Exception {
        byte[] first = octets("Văn bản giữ lại " + System.nanoTime());
        byte[] second = octets("Văn bản giữ lại " + System.nanoTime());
        byte[] range = octets("%PDF giả " + System.nanoTime());
        String sad = client.authorize(first, second, range);
        Answer answer = call(
                "signatures/signDoc",
                sad,
                "{\"credentialID\":\"" + client.id() + "\",\"documentDigests\":["
                        + digests("C", "Ades-B-T", hash(first), hash(second)) + ","
                        + digests("P", "Ades-B-B", hash(range)) + "]}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<byte[]> alone = decoded(answer, "SignatureObject");
        assertThat(client.openssl(alone.get(0), first)).isEqualTo(first);
        assertThat(client.openssl(alone.get(1), second)).isEqualTo(second);
        assertThat(client.openssl(alone.get(2), range)).isEqualTo(range);
        assertThat(answer.json().has("DocumentWithSignature")).isFalse();
    }

    @Test
    void refusesWhatWasNotAuthorisedAndLosesNothingByIt() throws Exception {
        byte[] text = octets("Quyết định " + System.nanoTime());
        byte[] other = octets("Quyết định khác " + System.nanoTime());
        String sad = client.authorize(text);
        assertThat(client.signDoc(sad, document(other, "C", "Ades-B-B", null)).error())
                .isEqualTo(NOT_AUTHORIZED);
        assertThat(client.signDoc(sad, document(text, "C", "Ades-B-B", null), document(other, "C", "Ades-B-B", null))
                        .error())
                .isEqualTo(NOT_AUTHORIZED);
        // No PDF: refused before the key is used.
        assertThat(client.signDoc(sad, document(text, "P", "Ades-B-B", null)).status())
                .isBetween(400, 499);
        assertThat(client.signDoc(sad, document(text, "C", "Ades-B-B", null)).status())
                .isEqualTo(200);
    }

    @Test
    void refusesParametersInTheWordsOfTheSpecification() throws Exception {
        String sad = client.authorize(octets("x" + System.nanoTime()));
        String invalid = "400 invalid_request: ";
        String empty = "{\"credentialID\":\"" + client.id() + "\",\"SAD\":\"" + sad + "\"";
        String good = document(octets("x"), "C", "Ades-B-B", null);
        assertThat(call("signatures/signDoc", client.token(), "{}").error())
                .isEqualTo(invalid + "Missing (or invalid type) string parameter credentialID");
        assertThat(call("signatures/signDoc", client.token(), "{\"credentialID\":\"" + client.id() + "\"}")
                        .error())
                .isEqualTo(invalid + "Missing (or invalid type) string parameter SAD");
        assertThat(call("signatures/signDoc", client.token(), empty + "}").error())
                .isEqualTo(invalid + "Missing (or invalid type) array parameter documentDigests");
        assertThat(call("signatures/signDoc", client.token(), empty + ",\"documents\":1}")
                        .error())
                .isEqualTo(invalid + "Missing (or invalid type) array parameter documents");
        assertThat(call(
                                "signatures/signDoc",
                                client.token(),
                                empty + ",\"documents\":[" + good + "],\"documentDigests\":["
                                        + digests("C", "Ades-B-B", sha256("x")) + "]}")
                        .error())
                .isEqualTo(invalid + "Invalid parameter documents");
        refused(good.replace("\"C\"", "\"Z\""), "Invalid parameter signature_format");
        refused(good.replace("Ades-B-B", "Ades-X"), "Invalid parameter conformance_level");
        refused(
                good.replace("}", ",\"signed_envelope_property\":\"Parallel\"}"),
                "Invalid parameter signed_envelope_property");
        for (String name : List.of("1.2.3", "Reason", "sigPl")) {
            refused(
                    good.replace(
                            "}",
                            ",\"signed_props\":[{\"attribute_name\":\"" + name + "\",\"attribute_value\":\"x\"}]}"),
                    "Invalid parameter signed_props");
        }
        refused(good.replace(RSA_SHA256, "1"), "Invalid parameter signAlgo");
        refused(good.replace("\"document\":\"", "\"document\":\"*"), "Invalid Base64 document string parameter");
        refused("{}", "Missing (or invalid type) string parameter document");
        refusedDigest(digests("P", "Ades-B-LT", sha256("x")), "Invalid parameter conformance_level");
        refusedDigest(digests("P", "Ades-B-LTA", sha256("x")), "Invalid parameter conformance_level");
        refusedDigest(
                digests("P", "Ades-B-B", sha256("x"))
                        .replace("}", ",\"signed_props\":[{\"attribute_name\":\"Reason\",\"attribute_value\":\"x\"}]}"),
                "Invalid parameter signed_props");
        refusedDigest(digests("X", "Ades-B-B", sha256("x")), "Invalid parameter signature_format");
        refusedDigest(digests("C", "Ades-B-B", "AAAA"), "Invalid digest value length");
        refusedDigest(digests("C", "Ades-B-B"), "Empty hash array");
        assertThat(call(
                                "signatures/signDoc",
                                client.token(),
                                empty + ",\"operationMode\":\"X\",\"documents\":[" + good + "]}")
                        .error())
                .isEqualTo(invalid + "Invalid parameter operationMode");
        for (String broken : List.of("[]", "{\"documents\":[", "{\"a\":1,\"a\":2}", "{}{}", "{\"documents\":[{]}")) {
            assertThat(call("signatures/signDoc", client.token(), broken).error())
                    .isEqualTo(invalid + "The request is not a JSON object");
        }
        assertThat(call("signatures/signDoc", client.token(), "{\"a\":\"" + "x".repeat(2 << 20) + "\"}")
                        .error())
                .isIn(invalid + "Request too large", invalid + "The request is not a JSON object");
        assertThat(call("signatures/signDoc", "khong-phai-ma-truy-cap", empty + ",\"documents\":[" + good + "]}")
                        .error())
                .isEqualTo("401 invalid_token: Invalid access_token");
        try (var left = Files.list(Path.of(System.getProperty("lienthong.it.state"), "tmp"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signdoc"));
        }
    }

    @Test
    void tellsWhatItCanMake() throws Exception {
        var info = call("info", null, "{}").json();
        assertThat(info.path("methods").toString()).contains("signatures/signDoc");
        assertThat(info.path("signature_formats").path("formats").toString()).isEqualTo("[\"C\",\"X\",\"P\",\"J\"]");
        assertThat(info.path("signature_formats").path("envelope_properties")).hasSize(4);
        assertThat(info.path("conformance_levels").toString())
                .isEqualTo("[\"Ades-B-B\",\"Ades-B-T\",\"Ades-B-LT\",\"Ades-B-LTA\"]");
    }

    private void refused(String document, String text) throws Exception {
        assertThat(client.signDoc("x", document).error()).as(document).isEqualTo("400 invalid_request: " + text);
    }

    private void refusedDigest(String digest, String text) throws Exception {
        assertThat(call(
                                "signatures/signDoc",
                                client.token(),
                                "{\"credentialID\":\"" + client.id() + "\",\"SAD\":\"x\",\"documentDigests\":[" + digest
                                        + "]}")
                        .error())
                .as(digest)
                .isEqualTo("400 invalid_request: " + text);
    }
}
