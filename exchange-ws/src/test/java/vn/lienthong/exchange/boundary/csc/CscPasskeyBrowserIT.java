package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.Chromium;

/**
 * Passkeys on the server's own pages in Chromium, whose authenticator makes the keys and signs. The browser sees the
 * origin that the configuration names, wherever the server of the tests listens.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscPasskeyBrowserIT {
    private static final String ORIGIN = "http://localhost:8080";
    /** Leads to the same server and is another origin; keys of "localhost" are used there as well. */
    private static final String OTHER_ORIGIN = "http://localhost:9090";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "document.getElementById('passkey').closest('form')";
    private static final String REFUSED = "document.querySelector('main > p.bad[role=alert]') !== null";

    @TempDir
    Path folder;

    private Chromium chromium;
    private Redirection redirection;
    private String authenticator;
    private String token;
    private String credential;

    @BeforeEach
    void setUp() throws Exception {
        String here = CscServer.uri("").getAuthority();
        redirection = new Redirection();
        chromium = new Chromium(
                folder,
                "--host-resolver-rules=MAP localhost:8080 " + here + ", MAP localhost:9090 " + here
                        + ", MAP localhost:8765 " + redirection.authority());
        chromium.ask("WebAuthn.enable", Map.of());
        authenticator = chromium.ask(
                        "WebAuthn.addVirtualAuthenticator",
                        Map.of(
                                "options",
                                Map.of(
                                        "protocol",
                                        "ctap2",
                                        "transport",
                                        "internal",
                                        "hasResidentKey",
                                        true,
                                        "hasUserVerification",
                                        true,
                                        "isUserVerified",
                                        true)))
                .path("authenticatorId")
                .asText();
        String password = CscServer.enrol(OFFICIAL).password(0);
        token = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        credential = CscSigningIT.credential(token);
        register(password);
    }

    @AfterEach
    void tearDown() throws Exception {
        redirection.close();
        chromium.close();
    }

    @Test
    void signsAndIsRemoved() throws Exception {
        for (int i = 0; i < 2; i++) {
            String text = "Ký bằng trình duyệt " + System.nanoTime();
            Answer signed = CscServer.call(
                    "signatures/signHash",
                    token,
                    CscSigningIT.signHash(credential, sad(text), "1.2.840.113549.1.1.11", "", text));
            assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
        }

        chromium.open(ORIGIN + "/csc/v2/oauth2/passkeys");
        click("button[value=remove]");
        chromium.await("document.querySelector('button[value=remove]') === null");
        openRequest(ORIGIN, "Sau khi gỡ");
        assertThat(chromium.evaluate("document.getElementById('passkey') === null")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void signsForNothingElseAndOnce() throws Exception {
        openRequest(ORIGIN, "Văn bản khác");
        JsonNode other = chromium.evaluate(
                "({challenge: passkey.dataset.challenge, nonce: " + FORM + ".elements.passkey_nonce.value})");
        openRequest(ORIGIN, "Văn bản này");
        chromium.evaluate("passkey.dataset.challenge = '"
                + other.path("challenge").asText() + "'; " + FORM + ".elements.passkey_nonce.value = '"
                + other.path("nonce").asText() + "'");
        signIsRefused();

        openRequest(ORIGIN, "Văn bản này");
        chromium.evaluate(FORM + ".addEventListener('submit', (e) => "
                + "sessionStorage.setItem('sent', JSON.stringify([...new FormData(e.target)])))");
        sign();
        assertThat(redirection.code()).isNotEmpty();

        openRequest(ORIGIN, "Văn bản này");
        chromium.evaluate("for (const [name, value] of JSON.parse(sessionStorage.getItem('sent'))) {"
                + " if (name.startsWith('passkey_')) " + FORM + ".elements.namedItem(name).value = value; }"
                + " otp.required = false; pin.value = '" + PIN + "'");
        click("button[value=allow]");
        chromium.await(REFUSED);
        assertThat(sad("Văn bản này")).isNotEmpty();
    }

    @Test
    void signsForAVerifiedUserAlone() throws Exception {
        verified(false);
        openRequest(ORIGIN, "Không xác minh");
        sign();
        chromium.await("!document.getElementById('passkey-problem').hidden");

        // a page that was tampered with asks the authenticator for less
        chromium.evaluate("const get = navigator.credentials.get.bind(navigator.credentials);"
                + " navigator.credentials.get = (wish) => { wish.publicKey.userVerification = 'discouraged';"
                + " return get(wish); }");
        signIsRefused();
        verified(true);
        assertThat(sad("Có xác minh")).isNotEmpty();
    }

    @Test
    void signsOnNoOtherOrigin() throws Exception {
        openRequest(OTHER_ORIGIN, "Nơi khác");
        signIsRefused();
        assertThat(sad("Nơi này")).isNotEmpty();
    }

    @Test
    void isRefusedOnceACopyIsBehind() throws Exception {
        sad("Lần một");
        sad("Lần hai");
        copied(0);
        openRequest(ORIGIN, "Bản sao của khóa");
        signIsRefused();
        copied(1000);
        assertThat(sad("Lần ba")).isNotEmpty();
    }

    /** As applications are told to do it. */
    @Test
    void answersATrustedApplicationOnItsOwnPage() throws Exception {
        String text = "Trang của ứng dụng " + System.nanoTime();
        String trusted = CscSigningIT.serviceToken(CscServer.TRUSTED, OFFICIAL);
        String id = CscSigningIT.credential(trusted);
        String wish = "\"credentialID\":\"" + id + "\",\"numSignatures\":1,\"hashes\":[\"" + CscServer.sha256(text)
                + "\"],\"hashAlgorithmOID\":\"" + CscServer.SHA256 + "\"";
        Answer challenge =
                CscServer.call("credentials/getChallenge", trusted, "{" + wish + ",\"authObjectID\":\"PASSKEY\"}");
        assertThat(challenge.status()).as(challenge.response().body()).isEqualTo(200);
        chromium.open("http://localhost:8765/trang");
        JsonNode value = chromium.evaluate("""
                (async () => {
                  const octets = (text) =>
                    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
                  const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
                    .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
                  const { challenge, nonce, rpId, allowCredentials } = %s;
                  const key = await navigator.credentials.get({ publicKey: {
                    challenge: octets(challenge), rpId, userVerification: 'required',
                    allowCredentials: allowCredentials.map((id) => ({ type: 'public-key', id: octets(id) })) } });
                  return JSON.stringify({ id: key.id, nonce, clientDataJSON: base64url(key.response.clientDataJSON),
                    authenticatorData: base64url(key.response.authenticatorData),
                    signature: base64url(key.response.signature) });
                })()""".formatted(challenge.json()));
        Answer sad = CscServer.call(
                "credentials/authorize",
                trusted,
                "{" + wish + ",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN + "\"},{\"id\":\"PASSKEY\",\"value\":"
                        + value + "}]}");
        assertThat(sad.status()).as(sad.response().body()).isEqualTo(200);
        Answer signed = CscServer.call(
                "signatures/signHash",
                trusted,
                CscSigningIT.signHash(id, sad.json().path("SAD").asText(), "1.2.840.113549.1.1.11", "", text));
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);
    }

    /** The authenticator holds the same key with another counter. */
    private void copied(int signCount) {
        JsonNode key = chromium.ask("WebAuthn.getCredentials", Map.of("authenticatorId", authenticator))
                .path("credentials")
                .get(0);
        chromium.ask("WebAuthn.clearCredentials", Map.of("authenticatorId", authenticator));
        ObjectNode copy = key.deepCopy();
        copy.put("signCount", signCount);
        chromium.ask("WebAuthn.addCredential", Map.of("authenticatorId", authenticator, "credential", copy));
    }

    private void verified(boolean isUserVerified) {
        chromium.ask(
                "WebAuthn.setUserVerified", Map.of("authenticatorId", authenticator, "isUserVerified", isUserVerified));
    }

    private void register(String password) throws Exception {
        chromium.open(ORIGIN + "/csc/v2/oauth2/passkeys");
        signIn();
        fill("label", "Máy tính của tôi");
        fill("pin", PIN);
        fill("otp", password);
        click("#passkey-button");
        chromium.await("document.querySelector('li')?.innerText.includes('Máy tính của tôi')");
    }

    /** The page on which the official, who is signed in there, authorises the text's hash. */
    private void openRequest(String origin, String text) throws Exception {
        Map<String, String> query = new TreeMap<>(CscServer.request(APPLICATION, CscSigningIT.plain(credential, text)));
        query.put("redirect_uri", redirection.uri());
        query.put("lang", "vi");
        chromium.open(origin + "/csc/v2/oauth2/authorize?" + CscServer.encoded(query));
    }

    private String sad(String text) throws Exception {
        openRequest(ORIGIN, text);
        sign();
        Answer answer = CscServer.token(
                APPLICATION,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        redirection.code(),
                        "redirect_uri",
                        redirection.uri(),
                        "code_verifier",
                        CscServer.VERIFIER));
        return answer.json().path("access_token").asText();
    }

    private void sign() throws Exception {
        fill("pin", PIN);
        click("#passkey-button");
    }

    private void signIsRefused() throws Exception {
        sign();
        chromium.await(REFUSED);
        assertThat(chromium.evaluate("document.body.innerText").asText()).contains("khóa truy cập không khớp");
    }

    private void signIn() throws Exception {
        fill("account", OFFICIAL);
        fill("access_code", CscServer.secret(OFFICIAL + ".token"));
        click("button[value=sign-in]");
        chromium.await("document.getElementById('passkey') !== null");
    }

    private void fill(String name, String value) throws Exception {
        chromium.evaluate("document.getElementById('" + name + "').value = " + JSON.writeValueAsString(value));
    }

    /** A person sees the button first; those for passkeys are shown by the script. */
    private void click(String selector) {
        chromium.await("document.querySelector('" + selector + "')?.hidden === false");
        chromium.evaluate("document.querySelector('" + selector + "').click()");
    }
}
