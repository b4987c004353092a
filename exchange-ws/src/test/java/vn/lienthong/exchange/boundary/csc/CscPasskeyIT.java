package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;
import static vn.lienthong.exchange.boundary.csc.CscServer.redeem;
import static vn.lienthong.exchange.boundary.csc.CscServer.request;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.application.solecontrol.SoftAuthenticator;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.AuditBodies;

/** A passkey from its registration on the page to the signature, as a browser goes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscPasskeyIT {
    /** As the demonstration's configuration has it. */
    private static final String ORIGIN = "http://localhost:8080";

    @Test
    void signsWithAPasskeyThatTheOfficialRegistered() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        Browser page = Browser.at("/csc/v2/oauth2/passkeys").signIn(OFFICIAL);
        assertThat(page.text()).contains("Khóa truy cập (passkey)", "data-purpose=\"enrol\"", "src=\"/passkey.js\"");
        assertThat(page.page().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        SoftAuthenticator key = register(page, "Điện thoại <của tôi>", authenticator.password(0));
        assertThat(page.page().statusCode()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).contains("Điện thoại &lt;của tôi&gt;", key.id());
        assertThat(AuditBodies.of("passkey-added").getLast()).contains(OFFICIAL);

        String token = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        String credential = CscSigningIT.credential(token);
        String text = "Ký bằng khóa " + System.nanoTime();
        Browser browser = new Browser(request(APPLICATION, CscSigningIT.plain(credential, text))).signIn(OFFICIAL);
        assertThat(browser.text()).contains("Ký bằng khóa truy cập", key.id());
        assertThat(browser.page().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
        // what was signed for another page's challenge is not taken
        SoftAuthenticator.Answer wrong = key.get(new byte[32]);
        browser.submit(answer(browser, key, wrong));
        assertThat(browser.page().statusCode()).isEqualTo(403);
        browser.submit(answer(browser, key, key.get(challenge(browser))));
        String sad =
                redeem(APPLICATION, browser.code()).json().path("access_token").asText();
        Answer signed = call(
                "signatures/signHash",
                token,
                CscSigningIT.signHash(credential, sad, "1.2.840.113549.1.1.11", "", text));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);

        page.submit(Map.of("action", "remove", "passkey_id", key.id()));
        assertThat(page.text()).doesNotContain(key.id());
        assertThat(AuditBodies.of("passkey-removed").getLast()).contains(OFFICIAL);
        Browser without = new Browser(request(APPLICATION, CscSigningIT.plain(credential, text))).signIn(OFFICIAL);
        assertThat(without.text()).doesNotContain("passkey.js");
        assertThat(without.page().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("script-src"));
    }

    @Test
    void takesNoFormOfAnotherSite() throws Exception {
        Browser page = Browser.at("/csc/v2/oauth2/passkeys").signIn(OFFICIAL);
        page.submit(Map.of("action", "remove", "passkey_id", "x", "form_code", "khong-phai"));
        assertThat(page.page().statusCode()).isEqualTo(403);
        // Nothing of it is done, and whoever is signed in stays so.
        assertThat(page.text()).contains("Mở lại trang").doesNotContain("access_code");
    }

    /** A new key of the official who is signed in on the page. */
    static SoftAuthenticator register(Browser page, String label, String password) throws Exception {
        SoftAuthenticator key = new SoftAuthenticator(ORIGIN, "localhost");
        SoftAuthenticator.Made made = key.create(challenge(page));
        page.submit(Map.of(
                "action",
                "add",
                "label",
                label,
                "pin",
                PIN,
                "otp",
                password,
                "passkey_nonce",
                data(page, "name=\"passkey_nonce\" value"),
                "passkey_client_data",
                made.clientData(),
                "passkey_attestation",
                made.attestationObject()));
        return key;
    }

    private static Map<String, String> answer(Browser page, SoftAuthenticator key, SoftAuthenticator.Answer answer) {
        return Map.of(
                "action", "allow",
                "pin", PIN,
                "passkey_id", key.id(),
                "passkey_nonce", data(page, "name=\"passkey_nonce\" value"),
                "passkey_client_data", answer.clientData(),
                "passkey_authenticator_data", answer.authenticatorData(),
                "passkey_signature", answer.signature());
    }

    private static byte[] challenge(Browser page) {
        return Base64.getUrlDecoder().decode(data(page, "data-challenge"));
    }

    private static String data(Browser page, String name) {
        Matcher matcher = Pattern.compile(Pattern.quote(name) + "=\"([^\"]*)\"").matcher(page.text());
        if (!matcher.find()) {
            throw new AssertionError(page.text());
        }
        return matcher.group(1);
    }
}
