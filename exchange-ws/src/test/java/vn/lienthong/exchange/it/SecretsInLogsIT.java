package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.csc.Browser;
import vn.lienthong.exchange.boundary.csc.CscServer;
import vn.lienthong.exchange.boundary.soap.endpoint.SoapSystem;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFaultException;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.vxp.SdkHeaders;

/**
 * After calls over VXP, REST, SOAP and CSC and uses of keys, good ones and refused ones, no log file that is there holds a
 * secret of the state folder, a HMAC that was sent, or a piece of what was sent. What the other classes of the suite did
 * before on the same server stands in the same files.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecretsInLogsIT {
    private static final Path STATE = Path.of(System.getProperty("lienthong.it.state", "."));
    private static final String SUBJECT = "V/v điều động cán bộ tuyệt đối không được ghi vào nhật ký";
    private static final String CONTENT = "Nội dung đính kèm mà không ai khác được đọc";

    /** Where a value that must not be in a log comes from, and the value. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @Test
    void noLogHoldsASecretOrAPieceOfADocument() throws Exception {
        collectSecrets();
        talkVxp();
        talkRest();
        talkSoap();
        talkCsc();
        sign();

        List<Path> logs = logs();
        assertThat(logs).extracting(file -> file.getFileName().toString()).contains("server.log", "postgres.log");
        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            secrets.forEach((name, value) -> assertThat(text.contains(latin(value)))
                    .as("%s stands in %s", name, log)
                    .isFalse());
        }
    }

    @Test
    void wouldFindASecretThatStandsThere() throws Exception {
        collectSecrets();
        talkVxp();
        String server = Files.readString(serverLog(), StandardCharsets.ISO_8859_1);
        assertThat(server)
                .as("the file that the calls are logged in")
                .contains("SEND_EDOC answered credentials-invalid");
    }

    private void collectSecrets() throws IOException {
        try (Stream<Path> files = Files.list(STATE.resolve("secrets"))) {
            for (Path file : files.toList()) {
                String value = Files.readString(file).strip();
                assertThat(value).as(file.toString()).hasSizeGreaterThanOrEqualTo(16);
                secrets.put(file.getFileName().toString(), value);
            }
        }
        secrets.put("the database's password", System.getenv("EXCHANGE_DB_PASSWORD"));
        secrets.put("a subject", SUBJECT);
        secrets.put("an attachment", CONTENT);
        secrets.put("an attachment in base64", base64(CONTENT));
        secrets.put("headers of VXP", "XroadVnpt-hash-header");
        secrets.put("headers of REST", "Bearer ");
        secrets.put("a signed document", "%PDF-");
    }

    private void talkVxp() throws Exception {
        byte[] letter = letter(TestLetter.SENDER, 961);
        vxp(letter, "qlvb.bac-kan", text("secrets/qlvb.bac-kan.vxp"), 200);
        vxp(letter, "qlvb.bac-kan", "a secret of nobody's own", 401);
        vxp(new byte[] {1, 2, 3}, "qlvb.bac-kan", text("secrets/qlvb.bac-kan.vxp"), 422);
        vxp(letter, "qlvb.bo-khcn", text("secrets/qlvb.bo-khcn.vxp"), 403);
    }

    private void vxp(byte[] body, String system, String secret, int status) throws Exception {
        Map<String, String> headers = new SdkHeaders(
                        system, secret, Clock.systemUTC().instant())
                .of(Map.of("from", TestLetter.SENDER, "messagetype", "edoc", "hash-file", sha256(body)));
        secrets.put("a HMAC of " + system + ", answered " + status, headers.get("XroadVnpt-hash-header"));
        HttpRequest.Builder request = request("/XrdAdapter/adapter/sendEdoc").POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        assertThat(answer(request).statusCode()).isEqualTo(status);
    }

    private void talkRest() throws Exception {
        byte[] letter = letter(TestLetter.SENDER, 962);
        String token = text("secrets/qlvb.bac-kan.token");
        assertThat(rest(token, letter).statusCode()).isEqualTo(201);
        assertThat(rest(token, CONTENT.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
        secrets.put("a token that is none", "khong-phai-ma-cua-ai-het");
        assertThat(rest("khong-phai-ma-cua-ai-het", letter).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> rest(String token, byte[] body) throws Exception {
        return answer(request("/api/v1/dispatches")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/edxml+xml")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void talkSoap() throws Exception {
        assertThat(soap("ministry", letter(TestLetter.MINISTRY, 963))).isEqualTo("accepted");
        assertThat(soap("ministry", CONTENT.getBytes(StandardCharsets.UTF_8))).isEqualTo("edxml-not-xml");
        assertThat(soap("stranger", letter(TestLetter.MINISTRY, 964))).isEqualTo("credentials-invalid");
    }

    private static String soap(String system, byte[] letter) throws Exception {
        SendDocument request = new SendDocument();
        request.sha256 = sha256(letter);
        request.length = (long) letter.length;
        request.content = new DataHandler(new ByteArrayDataSource(letter, "application/octet-stream"));
        URI address = URI.create("http://127.0.0.1:" + port() + "/soap/exchange");
        try {
            SoapSystem.client(STATE, address, system, false).sendDocument(request);
            return "accepted";
        } catch (ExchangeFaultException e) {
            return e.getFaultInfo().code;
        }
    }

    private void talkCsc() throws Exception {
        CscServer.enrol(CscServer.OFFICIAL);
        String code = new Browser(CscServer.request(CscServer.TRUSTED, Map.of("scope", "service")))
                .signIn(CscServer.OFFICIAL)
                .submit(Map.of("action", "allow"))
                .code();
        JsonNode tokens = CscServer.redeem(CscServer.TRUSTED, code).json();
        String access = tokens.path("access_token").asText();
        String authorize = "{\"credentialID\":\"khong-co\",\"numSignatures\":1,\"hashes\":[\"" + CscServer.sha256("x")
                + "\"],\"authData\":[{\"id\":\"PIN\",\"value\":\"" + CscServer.PIN + "\"}]}";
        assertThat(CscServer.call("credentials/authorize", access, authorize).status())
                .isEqualTo(400);
        secrets.put("a signing PIN", CscServer.PIN);
        secrets.put("an authorisation code", code);
        secrets.put("an access token", access);
        secrets.put("a refresh token", tokens.path("refresh_token").asText());
    }

    private static void sign() throws Exception {
        for (String key : new String[] {"hash-p256", "official-nguyen-van-an", "khong-co"}) {
            HttpResponse<String> answer = answer(request("/api/v1/hashes/signatures")
                    .header("Authorization", "Bearer " + text("secrets/do-hieu-nang.token"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"key\":\"" + key
                            + "\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\""
                            + Base64.getEncoder().encodeToString(new byte[32]) + "\"]}")));
            assertThat(answer.statusCode())
                    .isEqualTo(key.equals("hash-p256") ? 200 : key.equals("khong-co") ? 404 : 403);
        }
        String form = "--x\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                + "{\"key\":\"official-nguyen-van-an\",\"reason\":\"" + SUBJECT + "\"}\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n%PDF-1.7\n" + CONTENT
                + "\r\n--x--\r\n";
        assertThat(answer(request("/api/v1/signatures")
                                .header("Authorization", "Bearer " + text("secrets/nguyen-van-an.token"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString(form)))
                        .statusCode())
                .isEqualTo(422);
    }

    /** The server's own log files, what it printed, and those of its database; of servers of other tests too. */
    private static List<Path> logs() throws IOException {
        try (Stream<Path> server = Files.walk(serverLog().getParent());
                Stream<Path> states = Files.find(
                        STATE.getParent(),
                        6,
                        (file, found) ->
                                found.isRegularFile() && file.toString().endsWith(".log"))) {
            return Stream.concat(server, states)
                    .filter(Files::isRegularFile)
                    .distinct()
                    .toList();
        }
    }

    private static Path serverLog() {
        return Path.of(System.getProperty("lienthong.it.server"), "standalone/log/server.log");
    }

    private static byte[] letter(String sender, int number) {
        return TestLetter.text(
                        sender,
                        TestLetter.numberOfThisRun(number),
                        CONTENT.getBytes(StandardCharsets.UTF_8),
                        TestLetter.PROVINCE)
                .replace("V/v kiểm thử liên thông", SUBJECT)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static int port() {
        return 8080 + Integer.getInteger("lienthong.it.port-offset");
    }

    private static String text(String file) throws IOException {
        return Files.readString(STATE.resolve(file)).strip();
    }

    private static String sha256(byte[] octets) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
