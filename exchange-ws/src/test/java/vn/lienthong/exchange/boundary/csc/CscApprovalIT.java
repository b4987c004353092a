package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.sha256;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.AuditBodies;

/** The official approves on a device of the official's own. CSC API v2, sections 11.6, 11.7 and 11.9. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscApprovalIT {
    private static final String INVALID = "400 invalid_request: ";
    private static final String APPROVALS = "/csc/v2/oauth2/approvals";
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final Pattern LINK =
            Pattern.compile("href=\"(" + APPROVALS + "\\?lang=vi&amp;request=[0-9a-f-]{36})\"");

    private Authenticator authenticator;
    private String token;
    private String id;

    @BeforeEach
    void enrol() throws Exception {
        authenticator = CscServer.enrol(OFFICIAL);
        token = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        id = CscSigningIT.credential(token);
    }

    @Test
    void signsWhatTheOfficialApprovedOnAnotherDevice() throws Exception {
        String text = "Quyết định số 12 " + System.nanoTime();
        Answer asked = call("credentials/authorize", token, authorize(text));
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
        String handle = asked.json().path("handle").asText();
        Answer pending = check(token, handle);
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.json().path("handle").asText()).isEqualTo(handle);
        assertThat(AuditBodies.of("signatures-asked").getLast()).contains(APPLICATION, "Ban hành");

        // nobody else's business
        assertThat(check(CscSigningIT.serviceToken(TRUSTED, OFFICIAL), handle).error())
                .isEqualTo(INVALID + "Invalid parameter handle");
        assertThat(Browser.at(APPROVALS + "?lang=vi").signIn("nguyen-van-an").text())
                .doesNotContain(text);

        Browser page = Browser.at(APPROVALS + "?lang=vi").signIn(OFFICIAL);
        assertThat(page.page().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("script"));
        page.get(link(page, text));
        assertThat(page.text())
                .contains("Ứng dụng yêu cầu", "Trần Thị Bình", "Số văn bản sẽ ký: <strong>1</strong>")
                .contains("Nhãn &lt;một&gt;", "Lý do: <strong>Ban hành</strong>", hex(text))
                .doesNotContain("Nhãn <một>");
        page.submit(Map.of("action", "allow", "pin", PIN, "otp", "000000"));
        assertThat(page.page().statusCode()).isEqualTo(403);
        assertThat(page.text()).contains("role=\"alert\"", hex(text));
        assertThat(check(token, handle).status()).isEqualTo(202);
        page.submit(Map.of("action", "allow", "pin", PIN, "otp", authenticator.password(0), "form_code", "x"));
        assertThat(page.page().statusCode()).isEqualTo(403);
        assertThat(check(token, handle).status()).isEqualTo(202);
        page.get(link(page.get(APPROVALS + "?lang=vi"), text)).allow(PIN, authenticator.password(0));
        assertThat(page.page().statusCode()).as(page.text()).isEqualTo(303);
        page.get(page.page().headers().firstValue("Location").orElseThrow());
        assertThat(page.text()).contains("role=\"status\"", "Đã chấp thuận").doesNotContain(text);

        Answer lost = check(token, handle);
        assertThat(lost.status()).as(lost.response().body()).isEqualTo(200);
        Answer got = check(token, handle);
        assertThat(got.json().path("expiresIn").asInt()).isBetween(1, 300);
        assertThat(sign(lost, text).error()).isEqualTo(INVALID + "Invalid parameter SAD");
        Answer signed = sign(got, text);
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        assertThat(sign(check(token, handle), text).error()).isEqualTo(INVALID + "Hash is not authorized by the SAD");
    }

    @Test
    void tellsARefusal() throws Exception {
        String text = "Văn bản lạ " + System.nanoTime();
        String handle = call("credentials/authorize", token, authorize(text))
                .json()
                .path("handle")
                .asText();
        Browser page = Browser.at(APPROVALS + "?lang=vi").signIn(OFFICIAL);
        String link = link(page, text);
        page.get(link).submit(Map.of("action", "deny"));
        assertThat(page.page().statusCode()).isEqualTo(303);
        assertThat(check(token, handle).error()).isEqualTo("403 access_denied: The user denied the request");
        assertThat(AuditBodies.of("signatures-denied").getLast()).contains(APPLICATION, OFFICIAL);
        assertThat(page.get(link).page().statusCode()).isEqualTo(403);
        assertThat(page.text()).doesNotContain(text);
    }

    @Test
    void isToldByTheCredential() throws Exception {
        for (String by : List.of(token, CscSigningIT.serviceToken(TRUSTED, OFFICIAL))) {
            JsonNode auth = call("credentials/info", by, "{\"credentialID\":\"" + id + "\",\"authInfo\":true}")
                    .json()
                    .path("auth");
            assertThat(auth.path("expression").asText()).endsWith("APPROVAL");
            JsonNode object = auth.path("objects").get(auth.path("objects").size() - 1);
            assertThat(object.path("id").asText()).isEqualTo("APPROVAL");
            assertThat(object.path("type").asText()).isEqualTo("ChallengeResponseOOB");
        }
        Answer challenge = call(
                "credentials/getChallenge", token, "{\"credentialID\":\"" + id + "\",\"authObjectID\":\"APPROVAL\"}");
        assertThat(challenge.status()).isEqualTo(204);
        assertThat(challenge.response().body()).isEmpty();
    }

    @Test
    void wearsNobodyDown() throws Exception {
        String trusted = CscSigningIT.serviceToken(TRUSTED, OFFICIAL);
        Answer answer = call("credentials/authorize", trusted, authorize("Một " + System.nanoTime()));
        for (int i = 0; i < 6 && answer.status() == 202; i++) {
            answer = call("credentials/authorize", trusted, authorize("Nữa " + System.nanoTime()));
        }
        assertThat(answer.error()).startsWith("429 access_denied");
        assertThat(answer.header("Retry-After")).isEqualTo("300");
    }

    @Test
    void refusesInTheWordsOfTheSpecification() throws Exception {
        refused(authorize("x").replace("Ký \\\"ban hành\\\"", "x".repeat(501)), "Invalid parameter description");
        refused(authorize("x").replace("Nhãn <một>", "\\u0000"), "Invalid parameter documentInfo");
        refused(authorize("x").replace("Ban hành", "\\u0000"), "Invalid parameter documentInfo");
        refused(authorize("x").replace(id, "khong-co"), "Invalid parameter credentialID");
        refused(authorize("x").replace("\"hashes\"", "\"y\""), "Missing (or invalid type) array parameter hash");
    }

    private void refused(String body, String text) throws Exception {
        assertThat(call("credentials/authorize", token, body).error()).as(body).isEqualTo(INVALID + text);
    }

    private String authorize(String text) {
        return "{\"credentialID\":\"" + id + "\",\"numSignatures\":1,\"hashes\":[\"" + sha256(text)
                + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"description\":\"Ký \\\"ban hành\\\" " + text
                + "\",\"documentInfo\":[{\"label\":\"Nhãn <một>\",\"signed_props\":[{\"attribute_name\":\"Reason\","
                + "\"attribute_value\":\"Ban hành\"}]}]}";
    }

    private static Answer check(String by, String handle) throws Exception {
        return call("credentials/authorizeCheck", by, "{\"handle\":\"" + handle + "\"}");
    }

    private Answer sign(Answer sad, String text) throws Exception {
        return call(
                "signatures/signHash",
                token,
                CscSigningIT.signHash(id, sad.json().path("SAD").asText(), RSA_SHA256, "", text));
    }

    /** Where the list leads to for what has that text. */
    private static String link(Browser page, String text) {
        int end = page.text().indexOf(text);
        assertThat(end).as(page.text()).isPositive();
        Matcher matcher = LINK.matcher(page.text().substring(0, end));
        String link = "";
        while (matcher.find()) {
            link = matcher.group(1).replace("&amp;", "&");
        }
        return link;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(sha256(text)));
    }
}
