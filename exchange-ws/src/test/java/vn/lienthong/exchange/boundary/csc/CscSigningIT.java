package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.redeem;
import static vn.lienthong.exchange.boundary.csc.CscServer.request;
import static vn.lienthong.exchange.boundary.csc.CscServer.sha256;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Commands;

/** The whole way of a signature over the CSC API: from the official's page to what OpenSSL says of it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscSigningIT {
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    /** RSASSA-PSS-params: SHA-256, MGF1 with SHA-256, 32 octets of salt. Made by OpenSSL. */
    private static final String PSS_SHA256 = "MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEFAKIDAgEg";

    @TempDir
    Path folder;

    @Test
    void signsWhatTheOfficialAuthorisedOnThePage() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = serviceToken(APPLICATION, OFFICIAL);
        String credential = credential(token);
        String first = "Quyết định số 1 " + System.nanoTime();
        String second = "Quyết định số 2 " + System.nanoTime();

        Browser browser = new Browser(request(APPLICATION, details(credential, first, second)));
        browser.signIn(OFFICIAL);
        assertThat(browser.text())
                .contains("lang=\"vi\"", "Số văn bản sẽ ký: <strong>2</strong>", "Quyết định &lt;1&gt;")
                .contains(hex(first), hex(second));
        browser.allow("482916", authenticator.password(0));
        assertThat(browser.page().statusCode()).isEqualTo(403);
        assertThat(browser.text()).contains("Mã PIN hoặc mã xác thực một lần không đúng");
        browser.allow(PIN, authenticator.password(0));
        assertThat(browser.sentBack()).containsEntry("state", "trạng thái & 1");

        JsonNode sad = redeem(APPLICATION, browser.code()).json();
        assertThat(sad.path("token_type").asText()).isEqualTo("SAD");
        assertThat(sad.path("credentialID").asText()).isEqualTo(credential);
        assertThat(sad.has("refresh_token")).isFalse();
        Answer signed = call(
                "signatures/signHash",
                token,
                signHash(credential, sad.path("access_token").asText(), RSA_SHA256, "", first, second));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        assertThat(signed.header("Cache-Control")).isEqualTo("no-store");
        verify(token, credential, first, signed.json().path("signatures").get(0).asText(), List.of());
        verify(
                token,
                credential,
                second,
                signed.json().path("signatures").get(1).asText(),
                List.of());

        // played back, and for what was not authorised
        assertThat(call(
                                "signatures/signHash",
                                token,
                                signHash(credential, sad.path("access_token").asText(), RSA_SHA256, "", first))
                        .error())
                .isEqualTo("400 invalid_request: Hash is not authorized by the SAD");
        assertThat(AuditBodies.of("hashes-signed").getLast()).contains("authorization", "official-tran-thi-binh");
        assertThat(AuditBodies.of("signatures-authorized").getLast()).contains(APPLICATION);
    }

    @Test
    void signsForATrustedApplicationThatAsksForTheFactors() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = serviceToken(TRUSTED, OFFICIAL);
        String credential = credential(token);
        String text = "Công văn " + System.nanoTime();
        Answer sad = call(
                "credentials/authorize",
                token,
                "{\"credentialID\":\"" + credential + "\",\"numSignatures\":1,\"hashes\":[\"" + sha256(text)
                        + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + authenticator.password(0) + "\"}]}");
        assertThat(sad.status()).as(sad.response().body()).isEqualTo(200);
        assertThat(sad.json().path("expiresIn").asInt()).isEqualTo(300);
        String pss = ",\"signAlgoParams\":\"" + PSS_SHA256 + "\"";
        Answer signed = call(
                "signatures/signHash",
                token,
                signHash(credential, sad.json().path("SAD").asText(), RSA_PSS, pss, text));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        verify(
                token,
                credential,
                text,
                signed.json().path("signatures").get(0).asText(),
                List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"));
    }

    @Test
    void signsAHundredHashesInOneRequest() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = serviceToken(TRUSTED, OFFICIAL);
        String credential = credential(token);
        String[] texts = new String[100];
        StringBuilder hashes = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "Công văn số " + i + " " + System.nanoTime();
            hashes.append(i == 0 ? "\"" : ",\"").append(sha256(texts[i])).append('"');
        }
        Answer sad = call(
                "credentials/authorize",
                token,
                "{\"credentialID\":\"" + credential + "\",\"numSignatures\":100,\"hashes\":[" + hashes
                        + "],\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + authenticator.password(0) + "\"}]}");
        String body = signHash(credential, sad.json().path("SAD").asText(), RSA_SHA256, "", texts);
        Answer signed = call("signatures/signHash", token, body);
        JsonNode signatures = signed.json().path("signatures");
        assertThat(signatures).as(signed.response().body()).hasSize(100).doesNotHaveDuplicates();
        for (int i : new int[] {0, 63, 64, 99}) {
            verify(token, credential, texts[i], signatures.get(i).asText(), List.of());
        }
        assertThat(call("signatures/signHash", token, body).error())
                .isEqualTo("400 invalid_request: Hash is not authorized by the SAD");
    }

    @Test
    void takesTheSadAsTheBearerToken() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = serviceToken(APPLICATION, OFFICIAL);
        String credential = credential(token);
        String text = "Tờ trình " + System.nanoTime();
        Browser browser = new Browser(request(APPLICATION, plain(credential, text)));
        browser.signIn(OFFICIAL).allow(PIN, authenticator.password(0));
        String sad =
                redeem(APPLICATION, browser.code()).json().path("access_token").asText();
        Answer signed = call("signatures/signHash", sad, signHash(credential, null, RSA_SHA256, "", text));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        verify(token, credential, text, signed.json().path("signatures").get(0).asText(), List.of());
        assertThat(call("credentials/list", sad, "{}").error()).isEqualTo("401 invalid_token: Invalid access_token");
    }

    @Test
    void keepsTheAnswerToBeFetchedByTheSameApplicationForTheSameOfficial() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = serviceToken(APPLICATION, OFFICIAL);
        String credential = credential(token);
        String text = "Thông báo " + System.nanoTime();
        Browser browser = new Browser(request(APPLICATION, plain(credential, text)));
        browser.signIn(OFFICIAL).allow(PIN, authenticator.password(0));
        String sad =
                redeem(APPLICATION, browser.code()).json().path("access_token").asText();
        String mode = ",\"operationMode\":\"A\"";
        String invalid = "400 invalid_request: ";
        assertThat(call("signatures/signHash", sad, signHash(credential, null, RSA_SHA256, mode, text))
                        .error())
                .isEqualTo(invalid + "Invalid parameter operationMode");
        for (String period : List.of("0", "-1", "86400001")) {
            assertThat(call(
                                    "signatures/signHash",
                                    token,
                                    signHash(
                                            credential, sad, RSA_SHA256, mode + ",\"validity_period\":" + period, text))
                            .error())
                    .isEqualTo(invalid + "Out of bounds parameter validity_period");
        }
        assertThat(call(
                                "signatures/signHash",
                                token,
                                signHash(
                                        credential,
                                        sad,
                                        RSA_SHA256,
                                        mode + ",\"response_uri\":\"http://127.0.0.1/x\"",
                                        text))
                        .error())
                .isEqualTo(invalid + "Invalid parameter response_uri");
        Answer later = call("signatures/signHash", token, signHash(credential, sad, RSA_SHA256, mode, text));
        assertThat(later.status()).as(later.response().body()).isEqualTo(200);
        assertThat(later.json().has("signatures")).isFalse();
        String poll = "{\"responseID\":\"" + later.json().path("responseID").asText() + "\"}";
        for (int i = 0; i < 2; i++) {
            Answer fetched = call("signatures/signPolling", token, poll);
            verify(
                    token,
                    credential,
                    text,
                    fetched.json().path("signatures").get(0).asText(),
                    List.of());
        }
        for (String other : List.of(serviceToken(TRUSTED, OFFICIAL), serviceToken(APPLICATION, "nguyen-van-an"))) {
            assertThat(call("signatures/signPolling", other, poll).error())
                    .isEqualTo(invalid + "Invalid parameter responseID");
        }
    }

    @Test
    void keepsTheKeyOfSoleControlFromEveryOtherDoor() throws Exception {
        Answer answer = CscServer.rest(
                OFFICIAL,
                "hashes/signatures",
                "{\"key\":\"official-tran-thi-binh\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + sha256("x")
                        + "\"]}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("key-use-not-allowed");
    }

    @Test
    void describesItselfAndTheCredential() throws Exception {
        for (Answer info : List.of(
                call("info", null, "{\"lang\":\"vi-VN\"}"),
                CscServer.send(java.net.http.HttpRequest.newBuilder(CscServer.uri("/csc/v2/info"))))) {
            assertThat(info.status()).isEqualTo(200);
            assertThat(info.json().path("specs").asText()).isEqualTo("2.0.0.2");
            assertThat(info.json().path("region").asText()).isEqualTo("VN");
            assertThat(info.json().path("logo").asText()).endsWith("/logo.png");
            assertThat(info.json().path("oauth2").asText()).endsWith("/csc/v2");
            assertThat(info.json().path("methods")).extracting(JsonNode::asText).contains("signatures/signHash");
        }
        CscServer.enrol(OFFICIAL);
        String token = serviceToken(APPLICATION, OFFICIAL);
        String id = credential(token);
        JsonNode list = call("credentials/list", token, "{\"credentialInfo\":true,\"onlyValid\":true}")
                .json();
        assertThat(list.path("credentialInfos").get(0).path("credentialID").asText())
                .isEqualTo(id);
        JsonNode info = call(
                        "credentials/info",
                        token,
                        "{\"credentialID\":\"" + id
                                + "\",\"certificates\":\"chain\",\"certInfo\":true,\"authInfo\":true}")
                .json();
        assertThat(info.path("key").path("status").asText()).isEqualTo("enabled");
        assertThat(info.path("key").path("len").asInt()).isEqualTo(2048);
        assertThat(info.path("cert").path("status").asText()).isEqualTo("valid");
        assertThat(info.path("cert").path("certificates").size()).isGreaterThan(1);
        assertThat(info.path("cert").path("subjectDN").asText()).contains("Trần Thị Bình");
        assertThat(info.path("cert").path("validTo").asText()).matches("\\d{14}Z");
        assertThat(info.path("auth").path("mode").asText()).isEqualTo("oauth2code");
        assertThat(info.path("SCAL").asText()).isEqualTo("2");
    }

    @Test
    void stampsTimesThatOpensslVerifies() throws Exception {
        String token = CscServer.token(APPLICATION, Map.of("grant_type", "client_credentials"))
                .json()
                .path("access_token")
                .asText();
        Answer answer = call(
                "signatures/timestamp",
                token,
                "{\"hash\":\"" + sha256("một văn bản") + "\",\"hashAlgo\":\"" + SHA256 + "\",\"nonce\":\"0a1b2c\"}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        Path tst = folder.resolve("tst.der");
        Files.write(
                tst, Base64.getDecoder().decode(answer.json().path("timestamp").asText()));
        String state = System.getProperty("lienthong.it.state");
        Path document = Files.writeString(folder.resolve("document"), "một văn bản");
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "ts",
                        "-verify",
                        "-token_in",
                        "-in",
                        tst.toString(),
                        "-data",
                        document.toString(),
                        "-CApath",
                        state + "/pki/anchors",
                        "-CAfile",
                        anchor(state)));
    }

    private static String anchor(String state) throws Exception {
        try (var files = Files.list(Path.of(state, "pki/anchors"))) {
            return files.findFirst().orElseThrow().toString();
        }
    }

    static String serviceToken(String application, String official) throws Exception {
        Browser browser = new Browser(request(application, Map.of("scope", "service")));
        browser.signIn(official).submit(Map.of("action", "allow"));
        return redeem(application, browser.code()).json().path("access_token").asText();
    }

    static String credential(String token) throws Exception {
        JsonNode ids = call("credentials/list", token, "{}").json().path("credentialIDs");
        assertThat(ids).hasSize(1);
        return ids.get(0).asText();
    }

    private static Map<String, String> details(String credential, String first, String second) {
        return Map.of(
                "scope",
                "credential",
                "authorization_details",
                "[{\"type\":\"credential\",\"credentialID\":\"" + credential + "\",\"hashAlgorithmOID\":\"" + SHA256
                        + "\",\"documentDigests\":[{\"hash\":\"" + sha256(first)
                        + "\",\"label\":\"Quyết định <1>\"},{\"hash\":\"" + sha256(second) + "\"}]}]");
    }

    static Map<String, String> plain(String credential, String text) {
        return Map.of(
                "scope",
                "credential",
                "credentialID",
                credential,
                "numSignatures",
                "1",
                "hashes",
                sha256(text).replace('+', '-').replace('/', '_'),
                "hashAlgorithmOID",
                SHA256);
    }

    static String signHash(String credential, @Nullable String sad, String algorithm, String more, String... texts) {
        StringBuilder hashes = new StringBuilder();
        for (String text : texts) {
            hashes.append(hashes.isEmpty() ? "" : ",")
                    .append('"')
                    .append(sha256(text))
                    .append('"');
        }
        return "{\"credentialID\":\"" + credential + "\"," + (sad == null ? "" : "\"SAD\":\"" + sad + "\",")
                + "\"signAlgo\":\"" + algorithm + "\",\"hashes\":[" + hashes + "]" + more + "}";
    }

    private void verify(String token, String credential, String text, String signature, List<String> options)
            throws Exception {
        String der = call("credentials/info", token, "{\"credentialID\":\"" + credential + "\"}")
                .json()
                .path("cert")
                .path("certificates")
                .get(0)
                .asText();
        Path certificate =
                Files.write(folder.resolve("cert.der"), Base64.getDecoder().decode(der));
        Path key = folder.resolve("key.pem");
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "x509",
                        "-inform",
                        "DER",
                        "-in",
                        certificate.toString(),
                        "-pubkey",
                        "-noout",
                        "-out",
                        key.toString()));
        Path document = Files.write(folder.resolve("document"), text.getBytes(StandardCharsets.UTF_8));
        Path octets =
                Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signature));
        List<String> command = new java.util.ArrayList<>(
                List.of("openssl", "dgst", "-sha256", "-verify", key.toString(), "-signature", octets.toString()));
        command.addAll(options);
        command.add(document.toString());
        assertThat(Commands.succeed(folder, command)).contains("Verified OK");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(Base64.getDecoder().decode(sha256(text)));
    }
}
