package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.sha256;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;

/** credentials/extendTransaction, and what is answered where nothing is known or sent. CSC API v2, sections 11.7 to 11.10. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscExtendIT {
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
    void addsHashesUpToTheAuthorisedNumberUnderANewSad() throws Exception {
        String first = "Phần một " + System.nanoTime();
        String second = "Phần hai " + System.nanoTime();
        String third = "Phần ba " + System.nanoTime();
        Answer authorized = call(
                "credentials/authorize",
                token,
                "{\"credentialID\":\"" + id + "\",\"numSignatures\":3,\"hashes\":[\"" + sha256(first)
                        + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + authenticator.password(0) + "\"}]}");
        String old = authorized.json().path("SAD").asText();
        assertThat(sign(old, second).error()).isEqualTo(INVALID + "Hash is not authorized by the SAD");
        assertThat(sign(old, first).status()).isEqualTo(200);

        Answer extended = extend(old, second, third);
        assertThat(extended.status()).as(extended.response().body()).isEqualTo(200);
        String sad = extended.json().path("SAD").asText();
        assertThat(sad).isNotEqualTo(old);
        // The whole is as old as the official's will.
        assertThat(extended.json().path("expiresIn").asInt()).isBetween(1, 300);
        assertThat(sign(old, second).error()).isEqualTo(INVALID + "Invalid parameter SAD");
        assertThat(sign(sad, second, third).status()).isEqualTo(200);
        // What was signed before is not signed again, nor is there room for a fourth.
        assertThat(sign(sad, first).error()).isEqualTo(INVALID + "Hash is not authorized by the SAD");
        assertThat(extend(sad, "Phần bốn").error()).isEqualTo(INVALID + "Numbers of signatures is too high");
        assertThat(call(
                                "credentials/extendTransaction",
                                CscSigningIT.serviceToken(APPLICATION, OFFICIAL),
                                body(sad, "x"))
                        .error())
                .isEqualTo(INVALID + "Invalid parameter SAD");
    }

    @Test
    void refusesInTheWordsOfTheSpecification() throws Exception {
        refused("extendTransaction", "{}", "Missing (or invalid type) string parameter credentialID");
        refused(
                "extendTransaction",
                "{\"credentialID\":\"" + id + "\"}",
                "Missing (or invalid type) string parameter SAD");
        refused(
                "extendTransaction",
                "{\"credentialID\":\"" + id + "\",\"SAD\":\"x\"}",
                "Missing (or invalid type) array parameter hash");
        refused("extendTransaction", body("khong-phai", "x"), "Invalid parameter SAD");
        refused("extendTransaction", body("x", "x").replace(sha256("x"), "*"), "Invalid Base64 hash string parameter");
        refused("extendTransaction", body("x", "x").replace(sha256("x"), "AAAA"), "Invalid digest value length");
        refused("extendTransaction", body("x", "x").replace(id, "khong-co"), "Invalid parameter credentialID");
        refused("authorizeCheck", "{}", "Missing (or invalid type) string parameter handle");
        refused("authorizeCheck", "{\"handle\":\"x\"}", "Invalid parameter handle");
        refused("sendOTP", "{}", "Missing (or invalid type) string parameter credentialID");
        refused("sendOTP", "{\"credentialID\":\"khong-co\"}", "Invalid parameter credentialID");
        refused(
                "sendOTP",
                "{\"credentialID\":\"" + id + "\"}",
                "The OTP is generated by the user's own device (TOTP) and cannot be sent");
    }

    private void refused(String method, String body, String text) throws Exception {
        assertThat(call("credentials/" + method, token, body).error()).as(body).isEqualTo(INVALID + text);
    }

    private Answer extend(String sad, String... texts) throws Exception {
        return call("credentials/extendTransaction", token, body(sad, texts));
    }

    private String body(String sad, String... texts) {
        String hashes =
                Arrays.stream(texts).map(text -> "\"" + sha256(text) + "\"").collect(Collectors.joining(","));
        return "{\"credentialID\":\"" + id + "\",\"SAD\":\"" + sad + "\",\"hashes\":[" + hashes
                + "],\"hashAlgorithmOID\":\"" + SHA256 + "\"}";
    }

    private Answer sign(String sad, String... texts) throws Exception {
        return call("signatures/signHash", token, CscSigningIT.signHash(id, sad, RSA_SHA256, "", texts));
    }
}
