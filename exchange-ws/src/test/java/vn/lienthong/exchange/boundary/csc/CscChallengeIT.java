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
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.application.solecontrol.SoftAuthenticator;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;

/** A trusted application asks for a passkey on pages of its own: credentials/getChallenge and credentials/authorize. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscChallengeIT {
    /** As the demonstration's directory registers it. */
    private static final String APPLICATIONS_PAGES = "http://localhost:8765";

    private static final String WRONG = "400 invalid_authentication_data: Invalid authentication data";
    private static final String INVALID = "400 invalid_request: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Authenticator authenticator;
    private SoftAuthenticator key;
    private String token;
    private String id;

    @BeforeEach
    void register() throws Exception {
        authenticator = CscServer.enrol(OFFICIAL);
        token = CscSigningIT.serviceToken(TRUSTED, OFFICIAL);
        id = CscSigningIT.credential(token);
        Browser page = Browser.at("/csc/v2/oauth2/passkeys").signIn(OFFICIAL);
        key = CscPasskeyIT.register(page, "Điện thoại", authenticator.password(0));
        key.origin = APPLICATIONS_PAGES;
    }

    @Test
    void authorisesTheHashesThatTheChallengeIsOver() throws Exception {
        String text = "Ký trên trang của ứng dụng " + System.nanoTime();
        JsonNode auth = call("credentials/info", token, "{\"credentialID\":\"" + id + "\",\"authInfo\":true}")
                .json()
                .path("auth");
        assertThat(auth.path("mode").asText()).isEqualTo("explicit");
        assertThat(auth.path("expression").asText()).isEqualTo("(PIN AND (OTP OR PASSKEY)) OR APPROVAL");
        assertThat(auth.path("objects").get(2).path("type").asText()).isEqualTo("ChallengeResponse");
        assertThat(auth.path("objects").get(2).path("id").asText()).isEqualTo("PASSKEY");

        JsonNode challenge = challenge(text);
        assertThat(challenge.path("rpId").asText()).isEqualTo("localhost");
        assertThat(challenge.path("allowCredentials"))
                .extracting(JsonNode::asText)
                .containsExactly(key.id());
        String value = answer(challenge);
        Answer sad = authorize(text, value);
        assertThat(sad.status()).as(sad.response().body()).isEqualTo(200);
        Answer signed = call(
                "signatures/signHash",
                token,
                CscSigningIT.signHash(id, sad.json().path("SAD").asText(), "1.2.840.113549.1.1.11", "", text));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        // played back
        assertThat(authorize(text, value).error()).isEqualTo(WRONG);
    }

    @Test
    void authorisesNothingElse() throws Exception {
        String text = "Văn bản này " + System.nanoTime();
        assertThat(authorize("Văn bản khác " + System.nanoTime(), answer(challenge(text)))
                        .error())
                .isEqualTo(WRONG);
        key.origin = "http://localhost:8080";
        assertThat(authorize(text, answer(challenge(text))).error()).isEqualTo(WRONG);
        key.origin = APPLICATIONS_PAGES;
        assertThat(authorize(text, answer(challenge(text))).status()).isEqualTo(200);
        key.userVerified = false;
        assertThat(authorize(text, answer(challenge(text))).error()).isEqualTo(WRONG);
        for (String value : List.of("x", "[]", "{}", "{\"id\":\"*\"}", "{\"id\":1}")) {
            assertThat(authorize(text, value).error()).isEqualTo(INVALID + "Invalid parameter authData");
        }
    }

    /** What an application got on its own pages is worth nothing on the server's. */
    @Test
    void isNoAnswerOnThePageOfTheServer() throws Exception {
        String text = "Trên trang của máy chủ " + System.nanoTime();
        Map<String, String> request = CscServer.request(TRUSTED, CscSigningIT.plain(id, text));
        Browser page = new Browser(request).signIn(OFFICIAL);
        JsonNode challenge = challenge(text);
        SoftAuthenticator.Answer made = key.get(
                Base64.getUrlDecoder().decode(challenge.path("challenge").asText()));
        page.submit(Map.of(
                "action", "allow",
                "pin", PIN,
                "passkey_id", key.id(),
                "passkey_nonce", challenge.path("nonce").asText(),
                "passkey_client_data", made.clientData(),
                "passkey_authenticator_data", made.authenticatorData(),
                "passkey_signature", made.signature()));
        assertThat(page.page().statusCode()).isEqualTo(403);
    }

    @Test
    void isGivenToNobodyElse() throws Exception {
        String with = ",\"numSignatures\":1,\"hashes\":[\"" + sha256("x") + "\"]}";
        String good = "{\"credentialID\":\"" + id + "\",\"authObjectID\":\"PASSKEY\"" + with;
        refused(token, "{}", "Missing (or invalid type) string parameter credentialID");
        refused(token, "{\"credentialID\":\"" + id + "\"}", "Missing (or invalid type) string parameter authObjectID");
        refused(token, good.replace("PASSKEY", "OTP"), "Invalid parameter authObjectID");
        refused(token, good.replace(with, "}"), "Missing (or invalid type) integer parameter numSignatures");
        refused(token, good.replace("\"hashes\"", "\"x\""), "Missing (or invalid type) array parameter hash");
        refused(CscSigningIT.serviceToken(APPLICATION, OFFICIAL), good, "Invalid parameter authObjectID");
        refused(CscSigningIT.serviceToken(TRUSTED, "nguyen-van-an"), good, "Invalid parameter credentialID");
        // enrolled anew, the official has no passkey
        CscServer.enrol(OFFICIAL);
        refused(token, good, "Invalid parameter authObjectID");
    }

    private static void refused(String by, String body, String text) throws Exception {
        assertThat(call("credentials/getChallenge", by, body).error()).as(body).isEqualTo(INVALID + text);
    }

    private JsonNode challenge(String text) throws Exception {
        Answer answer = call(
                "credentials/getChallenge",
                token,
                "{\"credentialID\":\"" + id + "\",\"authObjectID\":\"PASSKEY\",\"numSignatures\":1,\"hashes\":[\""
                        + sha256(text) + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\"}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private String answer(JsonNode challenge) throws Exception {
        SoftAuthenticator.Answer made = key.get(
                Base64.getUrlDecoder().decode(challenge.path("challenge").asText()));
        return JSON.writeValueAsString(new TreeMap<>(Map.of(
                "id", key.id(),
                "nonce", challenge.path("nonce").asText(),
                "clientDataJSON", made.clientData(),
                "authenticatorData", made.authenticatorData(),
                "signature", made.signature())));
    }

    private Answer authorize(String text, String passkey) throws Exception {
        return call(
                "credentials/authorize",
                token,
                "{\"credentialID\":\"" + id + "\",\"numSignatures\":1,\"hashes\":[\"" + sha256(text)
                        + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"PASSKEY\",\"value\":" + JSON.writeValueAsString(passkey) + "}]}");
    }
}
