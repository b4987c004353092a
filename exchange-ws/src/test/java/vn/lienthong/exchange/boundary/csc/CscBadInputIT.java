package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.sha256;

import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;

/** What is wrong is refused in the words of the specification, and tells nothing about others. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscBadInputIT {
    private static final String INVALID = "400 invalid_request: ";
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";

    private Authenticator authenticator;
    private String token;
    private String id;

    @BeforeEach
    void enrol() throws Exception {
        authenticator = CscServer.enrol(OFFICIAL);
        token = CscSigningIT.serviceToken(TRUSTED, OFFICIAL);
        id = CscSigningIT.credential(token);
    }

    @Test
    void wantsAToken() throws Exception {
        for (String method : new String[] {"credentials/list", "credentials/authorize", "signatures/signHash"}) {
            assertThat(call(method, null, "{}").error()).isEqualTo("401 invalid_token: Invalid access_token");
            assertThat(call(
                                    method,
                                    "khong-phai-ma-truy-cap",
                                    "{\"credentialID\":\"" + id + "\",\"signAlgo\":\"" + RSA_SHA256
                                            + "\",\"hashes\":[\"" + sha256("x") + "\"]}")
                            .error())
                    .isEqualTo("401 invalid_token: Invalid access_token");
            // The access code of the REST API opens nothing here.
            assertThat(call(
                                    method,
                                    CscServer.secret(OFFICIAL + ".token"),
                                    "{\"credentialID\":\"" + id + "\",\"signAlgo\":\"" + RSA_SHA256
                                            + "\",\"hashes\":[\"" + sha256("x") + "\"]}")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(call("khong-co", token, "{}").status()).isEqualTo(404);
    }

    @Test
    void refusesParametersInTheWordsOfTheSpecification() throws Exception {
        refused("credentials/list", "[]", "The request is not a JSON object");
        refused("credentials/list", "{\"a\":1,\"a\":2}", "The request is not a JSON object");
        refused("credentials/list", "[".repeat(5000), "The request is not a JSON object");
        refused("credentials/list", " ".repeat((1 << 20) + 1), "Request too large");
        refused("credentials/list", "{\"userID\":\"" + OFFICIAL + "\"}", "userID parameter MUST be null");
        refused("credentials/list", "{\"certificates\":\"all\"}", "Invalid parameter certificates");
        refused("credentials/info", "{}", "Missing (or invalid type) string parameter credentialID");
        refused("credentials/info", "{\"credentialID\":1}", "Missing (or invalid type) string parameter credentialID");
        refused("credentials/info", "{\"credentialID\":\"khong-co\"}", "Invalid parameter credentialID");
        refused(
                "credentials/authorize",
                "{\"credentialID\":\"" + id + "\",\"numSignatures\":0}",
                "Invalid value for parameter numSignatures");
        refused("credentials/authorize", authorize(101, sha256("x"), PIN, "0"), "Numbers of signatures is too high");
        refused("credentials/authorize", authorize(1, "AAAA", PIN, "0"), "Invalid digest value length");
        refused("signatures/signPolling", "{\"responseID\":\"x\"}", "Invalid parameter responseID");
        sign("{}", "Missing (or invalid type) string parameter credentialID");
        sign(
                body("\"signAlgo\":\"1\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Missing (or invalid type) string parameter SAD");
        sign(body("\"SAD\":\"x\",\"signAlgo\":\"1\""), "Missing (or invalid type) array parameter hash");
        sign(body("\"SAD\":\"x\",\"signAlgo\":\"1\",\"hashes\":[]"), "Empty hash array");
        sign(body("\"SAD\":\"x\",\"signAlgo\":\"1\",\"hashes\":[\"*\"]"), "Invalid Base64 hash string parameter");
        sign(
                body("\"SAD\":\"x\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Missing (or invalid type) string parameter signAlgo");
        sign(
                body("\"SAD\":\"x\",\"signAlgo\":\"1\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Invalid parameter signAlgo");
        sign(
                body("\"SAD\":\"x\",\"signAlgo\":\"1.2.840.113549.1.1.1\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Missing (or invalid type) string parameter hashAlgorithmOID");
        sign(
                body("\"SAD\":\"x\",\"signAlgo\":\"1.2.840.113549.1.1.10\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Missing (or invalid type) string parameter signAlgoParams");
        sign(
                body("\"SAD\":\"x\",\"signAlgo\":\"1.2.840.113549.1.1.12\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Invalid digest value length");
        sign(
                body("\"SAD\":\"khong-phai\",\"signAlgo\":\"" + RSA_SHA256 + "\",\"hashes\":[\"" + sha256("x") + "\"]"),
                "Invalid parameter SAD");
    }

    @Test
    void refusesWrongFactorsWithoutSayingWhichAndThenForAWhile() throws Exception {
        String wrong = "400 invalid_authentication_data: Invalid authentication data";
        String hash = sha256("y");
        String password = authenticator.password(0);
        assertThat(call("credentials/authorize", token, authorize(1, hash, "000000", password))
                        .error())
                .isEqualTo(wrong);
        assertThat(call("credentials/authorize", token, authorize(1, hash, PIN, "000000"))
                        .error())
                .isEqualTo(wrong);
        assertThat(call("credentials/authorize", token, authorize(1, hash, PIN, password))
                        .status())
                .isEqualTo(200);
        // The password was used.
        assertThat(call("credentials/authorize", token, authorize(1, hash, PIN, password))
                        .error())
                .isEqualTo(wrong);
        for (int i = 0; i < 2; i++) {
            assertThat(call("credentials/authorize", token, authorize(1, hash, "1", "1"))
                            .error())
                    .isEqualTo(wrong);
        }
        assertThat(call("credentials/authorize", token, authorize(1, hash, PIN, authenticator.password(1)))
                        .error())
                .isEqualTo(INVALID + "Credential locked");
        // This application is barred; the official signs elsewhere.
        Browser browser = new Browser(CscServer.request(APPLICATION, CscSigningIT.plain(id, "z")));
        browser.signIn(OFFICIAL).allow(PIN, authenticator.password(1));
        assertThat(browser.code()).isNotEmpty();
    }

    @Test
    void letsOnlyTrustedApplicationsAskForTheFactors() throws Exception {
        String other = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        assertThat(call("credentials/authorize", other, authorize(1, sha256("x"), PIN, authenticator.password(0)))
                        .error())
                .startsWith("403 unauthorized_client");
    }

    @Test
    void tellsNothingAboutAnothersCredentials() throws Exception {
        String another = CscSigningIT.serviceToken(TRUSTED, "nguyen-van-an");
        assertThat(call("credentials/list", another, "{}").json().path("credentialIDs"))
                .noneMatch(node -> node.asText().equals(id));
        String known = "{\"credentialID\":\"" + id + "\"}";
        String unknown = "{\"credentialID\":\"" + "0".repeat(32) + "\"}";
        for (String method : new String[] {"credentials/info", "credentials/getChallenge", "credentials/sendOTP"}) {
            assertThat(call(method, another, known).error())
                    .isEqualTo(call(method, another, unknown).error())
                    .isEqualTo(INVALID + "Invalid parameter credentialID");
        }
        assertThat(call("credentials/authorize", another, authorize(1, sha256("x"), PIN, authenticator.password(0)))
                        .error())
                .isEqualTo(INVALID + "Invalid parameter credentialID");
        String itself = CscServer.token(APPLICATION, Map.of("grant_type", "client_credentials"))
                .json()
                .path("access_token")
                .asText();
        for (String user : new String[] {"khong-co-ai", "kiem-toan"}) {
            assertThat(call("credentials/list", itself, "{\"userID\":\"" + user + "\"}")
                            .json()
                            .path("credentialIDs"))
                    .isEmpty();
        }
        assertThat(call("credentials/list", itself, "{}").error()).isEqualTo(INVALID + "Invalid parameter userID");
    }

    private String authorize(int count, String hash, String pin, String otp) {
        return "{\"credentialID\":\"" + id + "\",\"numSignatures\":" + count + ",\"hashes\":[\"" + hash
                + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + pin
                + "\"},{\"id\":\"OTP\",\"value\":\"" + otp + "\"}]}";
    }

    private String body(String more) {
        return "{\"credentialID\":\"" + id + "\"," + more + "}";
    }

    private void sign(String body, String text) throws Exception {
        refused("signatures/signHash", body, text);
    }

    private void refused(String method, String body, String text) throws Exception {
        assertThat(call(method, token, body).error())
                .as(body.substring(0, Math.min(100, body.length())))
                .isEqualTo(INVALID + text);
    }
}
