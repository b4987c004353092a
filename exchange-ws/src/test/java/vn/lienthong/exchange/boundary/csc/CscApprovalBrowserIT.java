package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.Chromium;
import vn.lienthong.exchange.it.Keyboard;

/** An official answers on a telephone of the official's own, in Chromium and with nothing but the keyboard. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscApprovalBrowserIT {
    private static final String ORIGIN = "http://localhost:8080";
    private static final String APPROVALS = ORIGIN + "/csc/v2/oauth2/approvals?lang=vi";

    @TempDir
    Path folder;

    private Chromium chromium;
    private Keyboard keyboard;
    private String authenticator;
    private String token;
    private String id;

    @BeforeEach
    void setUp() throws Exception {
        String here = CscServer.uri("").getAuthority();
        chromium = new Chromium(folder, "--host-resolver-rules=MAP localhost:8080 " + here);
        keyboard = new Keyboard(chromium);
        chromium.ask("WebAuthn.enable", Map.of());
        authenticator = chromium.ask(
                        "WebAuthn.addVirtualAuthenticator",
                        Map.of(
                                "options",
                                Map.of(
                                        "protocol", "ctap2",
                                        "transport", "internal",
                                        "hasResidentKey", true,
                                        "hasUserVerification", true,
                                        "isUserVerified", true)))
                .path("authenticatorId")
                .asText();
        token = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        id = CscSigningIT.credential(token);
    }

    @AfterEach
    void tearDown() throws Exception {
        chromium.close();
    }

    @Test
    void approvesByKeyboardAlone() throws Exception {
        String password = CscServer.enrol(OFFICIAL).password(0);
        String text = "Quyết định của Ủy ban nhân dân tỉnh về việc ban hành quy chế " + System.nanoTime();
        String handle = ask(text);
        chromium.open(APPROVALS);
        shoot("sign-in");
        signIn();
        shoot("approvals");
        open(text);
        shoot("approval");
        // The field for the PIN is where one begins to type.
        keyboard.type(PIN).press("Tab").type(password).press("Enter");
        chromium.await("document.querySelector('[role=status]') !== null");
        shoot("approved");
        assertThat(chromium.evaluate("document.body.innerText").asText()).contains("Đã chấp thuận");
        assertThat(sign(handle, text).status()).isEqualTo(200);
    }

    @Test
    void approvesWithAPasskey() throws Exception {
        String password = CscServer.enrol(OFFICIAL).password(0);
        chromium.open(ORIGIN + "/csc/v2/oauth2/passkeys?lang=vi");
        signIn();
        keyboard.focus("#label")
                .type("Máy của tôi")
                .press("Tab")
                .type(PIN)
                .press("Tab")
                .type(password);
        keyboard.focus("#passkey-button").press("Enter");
        chromium.await("document.querySelector('li')?.innerText.includes('Máy của tôi')");
        shoot("passkeys");
        assertThat(chromium.ask("WebAuthn.getCredentials", Map.of("authenticatorId", authenticator))
                        .path("credentials"))
                .hasSize(1);

        String text = "Công văn " + System.nanoTime();
        String handle = ask(text);
        chromium.open(APPROVALS);
        open(text);
        shoot("approval-passkey");
        keyboard.type(PIN).focus("#passkey-button").press("Enter");
        chromium.await("document.querySelector('[role=status]') !== null");
        assertThat(sign(handle, text).status()).isEqualTo(200);
    }

    @Test
    void refusesByKeyboardAlone() throws Exception {
        CscServer.enrol(OFFICIAL);
        String text = "Yêu cầu lạ " + System.nanoTime();
        String handle = ask(text);
        chromium.open(APPROVALS);
        signIn();
        open(text);
        keyboard.focus("button[value=deny]").press("Enter");
        chromium.await("document.querySelector('[role=status]') !== null");
        assertThat(call("authorizeCheck", "{\"handle\":\"" + handle + "\"}").error())
                .isEqualTo("403 access_denied: The user denied the request");
    }

    private void signIn() throws Exception {
        keyboard.type(OFFICIAL)
                .press("Tab")
                .type(CscServer.secret(OFFICIAL + ".token"))
                .press("Enter");
        chromium.await("document.querySelector('button[value=sign-out]') !== null");
    }

    /** The way there by the tabulator, as the list has it. */
    private void open(String text) {
        keyboard.tabTo("document.activeElement.innerText.includes('" + text + "')")
                .press("Enter");
        chromium.await("document.activeElement?.id === 'pin'");
    }

    private String ask(String text) throws Exception {
        Answer asked = call(
                "authorize",
                "{\"credentialID\":\"" + id + "\",\"numSignatures\":1,\"hashes\":[\"" + CscServer.sha256(text)
                        + "\"],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"description\":\"" + text
                        + "\",\"documentInfo\":[{\"label\":\"12/QĐ-UBND\",\"signed_props\":[{\"attribute_name\":"
                        + "\"Reason\",\"attribute_value\":\"Ban hành\"}]}]}");
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
        return asked.json().path("handle").asText();
    }

    private Answer sign(String handle, String text) throws Exception {
        JsonNode sad = call("authorizeCheck", "{\"handle\":\"" + handle + "\"}").json();
        return CscServer.call(
                "signatures/signHash",
                token,
                CscSigningIT.signHash(id, sad.path("SAD").asText(), "1.2.840.113549.1.1.11", "", text));
    }

    private Answer call(String method, String body) throws Exception {
        return CscServer.call("credentials/" + method, token, body);
    }

    /** For people to look at, as wide as a telephone and as a desk's screen; nothing is wider than either. */
    private void shoot(String name) throws Exception {
        keyboard.shoot(Path.of("target", "pages", name));
    }
}
