package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.UsbToken;

/** Officials sign with tokens of their own over REST, on the running server; strangers judge what comes of it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStepIT {
    private static final String RSA = "an-rsa";
    private static final String EC = "an-ec";
    private static final Path STATE = Path.of(System.getProperty("lienthong.it.state", "."));
    private static final byte[] XML =
            "<congVan xmlns=\"urn:cv\"><so>12</so></congVan>".getBytes(StandardCharsets.UTF_8);

    private final RestClient rest = new RestClient();

    @TempDir
    static Path folder;

    private UsbToken token;
    private TwoStepClient official;

    @BeforeAll
    void setUp() throws Exception {
        token = UsbToken.in(folder.resolve("usb"), STATE);
        token.issue(RSA, "rsa:2048", "Nguyễn Văn An");
        token.issue(EC, "EC:prime256v1", "Nguyễn Văn An");
        official = new TwoStepClient(rest, token, OFFICIAL);
    }

    @AfterAll
    void close() {
        rest.close();
    }

    @Test
    void pdfsigAcceptsWhatTheTokenSigned() throws Exception {
        Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
        Path signed = Files.write(folder.resolve("signed.pdf"), signed(RSA, "{\"reason\":\"Ban hành\"}", pdf));
        assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", signed.toString())))
                .contains("Signature is Valid")
                .contains("Nguyễn Văn An");
        judged(Files.readAllBytes(signed), "PAdES-BASELINE-T");
    }

    @Test
    void opensslAcceptsWhatTheTokenSigned() throws Exception {
        Part text = Part.document("a.xml", XML);
        Files.write(folder.resolve("signed.p7s"), signed(EC, "{\"format\":\"CAdES\"}", text));
        Files.write(folder.resolve("content"), XML);
        assertThat(Commands.succeed(
                        folder,
                        List.of(("openssl cms -verify -binary -inform DER -in signed.p7s -content content"
                                        + " -purpose any -out out -CAfile " + STATE + "/pki/ca/root-ca.pem")
                                .split(" "))))
                .contains("CMS Verification successful");
    }

    @Test
    void xmlsecAcceptsWhatTheTokenSigned() throws Exception {
        Part xml = Part.document("a.xml", XML);
        Files.write(folder.resolve("signed.xml"), signed(EC, "{\"format\":\"XAdES\",\"level\":\"baseline-LTA\"}", xml));
        Commands.succeed(
                folder,
                List.of(("xmlsec1 --verify --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties"
                                + " --trusted-pem " + STATE + "/pki/ca/root-ca.pem signed.xml")
                        .split(" ")));
        judged(Files.readAllBytes(folder.resolve("signed.xml")), "XAdES-BASELINE-LTA");
    }

    @Test
    void theSameStepTakenAgainMakesTheSameSignatureAndIsRecordedAgain() throws Exception {
        Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
        JsonNode prepared = prepared(EC, "{\"level\":\"baseline-B\"}", pdf);
        byte[] signature = official.signed(EC, prepared);
        String continuation = prepared.get("continuation").asText();
        Answer first = official.complete(continuation, signature, pdf);
        Answer again = official.complete(continuation, signature, pdf);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        String digest = hex(prepared.get("digest").binaryValue());
        assertThat(AuditBodies.of("signature-prepared"))
                .filteredOn(body -> body.contains(digest))
                .hasSize(1);
        assertThat(AuditBodies.of("signature-completed"))
                .filteredOn(body -> body.contains(digest) && body.contains(OFFICIAL) && body.contains("certificate"))
                .hasSize(2);
    }

    @Test
    void refusesAContinuationThatIsAlteredOrAnothersAndWhatItWasNotMadeFor() throws Exception {
        Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
        JsonNode prepared = prepared(EC, "{\"level\":\"baseline-B\"}", pdf);
        byte[] signature = official.signed(EC, prepared);
        String text = prepared.get("continuation").asText();
        String altered = text.substring(0, 50) + (text.charAt(50) == 'A' ? 'B' : 'A') + text.substring(51);
        assertThat(official.complete(altered, signature, pdf).code()).isEqualTo("continuation-invalid");
        TwoStepClient clerk = new TwoStepClient(rest, token, "van-thu-bac-kan");
        Answer theirs = clerk.complete(text, signature, pdf);
        assertThat(theirs.status()).isEqualTo(403);
        assertThat(theirs.code()).isEqualTo("continuation-not-yours");
        assertThat(AuditBodies.of("signing-refused"))
                .anyMatch(body -> body.contains("van-thu-bac-kan") && body.contains("continuation-not-yours"));
        Part other = Part.document("a.pdf", certified());
        assertThat(official.complete(text, signature, other).code()).isEqualTo("documents-not-prepared");
        signature[signature.length - 1] ^= 1;
        assertThat(official.complete(text, signature, pdf).code()).isEqualTo("signature-value-wrong");
        signature[signature.length - 1] ^= 1;
        assertThat(official.complete(text, signature, pdf).status()).isEqualTo(200);
    }

    @Test
    void preparesNothingForWhomItMustNot() throws Exception {
        Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
        assertThat(new TwoStepClient(rest, token, AUDITOR)
                        .prepare(EC, "{}", pdf)
                        .code())
                .isEqualTo("not-permitted");
        Commands.succeed(
                folder,
                List.of(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k -days 9"
                                + " -subj /CN=Unknown -outform DER -out unknown.der")
                        .split(" ")));
        String unknown =
                java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("unknown.der")));
        assertThat(official.prepareWith("{\"certificates\":[\"" + unknown + "\"]}", pdf)
                        .code())
                .isEqualTo("certificate-not-valid");
        String own = token.certificates(EC);
        for (String wrong : List.of(
                "{\"certificates\":[]}",
                "{\"certificates\":[\"AAAA\"]}",
                "{\"certificates\":[null]}",
                "{\"certificates\":" + own + ",\"scheme\":\"RSA_PSS_SHA256\"}",
                "{\"certificates\":" + own + ",\"scheme\":\"SHA1\"}",
                "{\"certificates\":" + own + ",\"signature\":{\"key\":\"official-nguyen-van-an\"}}",
                "{\"certificates\":" + own + ",\"signature\":{\"digest\":\"SHA-512\"}}")) {
            assertThat(official.prepareWith(wrong, pdf).code()).as(wrong).isEqualTo("parameter-invalid");
        }
        assertThat(official.prepare(EC, "{\"format\":\"XAdES\"}", pdf).code()).isEqualTo("document-not-signable");
    }

    /** EdDSA is over the document itself and not over a digest of it, so there is nothing to hand to the token. */
    @Test
    void saysThatAKeyOfEd25519DoesNotSignInTwoSteps() throws Exception {
        token.issueElsewhere("an-ed", "ed25519", "Nguyễn Văn An");
        Answer refused = official.prepare("an-ed", "{}", Part.document("a.pdf", RestSigningIT.pdf()));
        assertThat(refused.code()).isEqualTo("key-refused");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).endsWith("thuật toán ký không được hỗ trợ.");
    }

    @Test
    void aClientThatNeverComesBackLeavesNothing() throws Exception {
        Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
        prepared(EC, "{}", pdf);
        List<String> before = files();
        for (int i = 0; i < 20; i++) {
            prepared(EC, "{}", pdf);
        }
        assertThat(files()).isEqualTo(before);
    }

    private static List<String> files() {
        return Commands.succeed(STATE, List.of("find", "tmp", "content", "-type", "f"))
                .lines()
                .filter(name -> !name.contains("/vfs/"))
                .sorted()
                .toList();
    }

    private byte[] signed(String key, String signature, Part document) throws Exception {
        JsonNode prepared = prepared(key, signature, document);
        Answer answer =
                official.complete(prepared.get("continuation").asText(), official.signed(key, prepared), document);
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private JsonNode prepared(String key, String signature, Part document) throws Exception {
        Answer answer = official.prepare(key, signature, document);
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.json();
    }

    private byte[] certified() throws Exception {
        return rest.sign(OFFICIAL, RestSigningIT.pdf(), "{\"key\":\"official-nguyen-van-an\"}")
                .body();
    }

    private void judged(byte[] document, String level) throws Exception {
        JsonNode report = rest.send(RestClient.as(OFFICIAL, "validations")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(document)))
                .json();
        assertThat(report.get("verdict").asText()).as(report.toString()).isEqualTo("VALID");
        assertThat(report.at("/signatures/0/level").asText()).isEqualTo(level);
    }

    private static String hex(byte[] octets) {
        return java.util.HexFormat.of().formatHex(octets);
    }
}
