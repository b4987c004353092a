package vn.lienthong.exchange.boundary.csc.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.form;
import static vn.lienthong.exchange.boundary.csc.CscServer.redeem;
import static vn.lienthong.exchange.boundary.csc.CscServer.request;
import static vn.lienthong.exchange.boundary.csc.CscServer.secret;
import static vn.lienthong.exchange.boundary.csc.CscServer.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.csc.Browser;
import vn.lienthong.exchange.boundary.csc.CscServer;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;

/** OAuth 2.0 over HTTP: the pages, the tokens, and what attackers try with them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OAuthIT {
    @Test
    void rotatesRefreshTokensAndEndsAllWhenOneComesAgain() throws Exception {
        JsonNode first = redeem(APPLICATION, serviceCode()).json();
        assertThat(first.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(first.path("expires_in").asInt()).isEqualTo(3600);
        JsonNode second = refresh(first).json();
        assertThat(list(second).status()).isEqualTo(200);
        assertThat(refresh(first).error()).startsWith("400 invalid_grant");
        assertThat(list(second).status()).isEqualTo(401);
        assertThat(list(first).status()).isEqualTo(401);
        assertThat(refresh(second).error()).startsWith("400 invalid_grant");
    }

    @Test
    void revokes() throws Exception {
        JsonNode tokens = redeem(APPLICATION, serviceCode()).json();
        Map<String, String> client = Map.of("client_id", APPLICATION, "client_secret", secret(APPLICATION + ".secret"));
        Map<String, String> unknown = new HashMap<>(client);
        unknown.put("token", "khong-co");
        assertThat(form("revoke", unknown).status()).isEqualTo(204);
        assertThat(list(tokens).status()).isEqualTo(200);
        Map<String, String> own = new HashMap<>(client);
        own.put("token", tokens.path("refresh_token").asText());
        assertThat(form("revoke", own).status()).isEqualTo(204);
        assertThat(list(tokens).status()).isEqualTo(401);
    }

    @Test
    void redeemsACodeOnce() throws Exception {
        String code = serviceCode();
        JsonNode tokens = redeem(APPLICATION, code).json();
        assertThat(redeem(APPLICATION, code).error()).startsWith("400 invalid_grant");
        assertThat(list(tokens).status()).isEqualTo(401);
        String another = serviceCode();
        assertThat(redeem(CscServer.TRUSTED, another).error()).startsWith("400 invalid_grant");
    }

    @Test
    void takesPushedRequests() throws Exception {
        Map<String, String> push = request(APPLICATION, Map.of("scope", "service"));
        push.put("client_secret", secret(APPLICATION + ".secret"));
        Answer pushed = form("pushed_authorize", push);
        assertThat(pushed.status()).as(pushed.response().body()).isEqualTo(201);
        assertThat(pushed.json().path("expires_in").asInt()).isEqualTo(600);
        Map<String, String> query = Map.of(
                "client_id",
                APPLICATION,
                "request_uri",
                pushed.json().path("request_uri").asText());
        Browser browser = new Browser(query).signIn(OFFICIAL).submit(Map.of("action", "allow"));
        assertThat(redeem(APPLICATION, browser.code()).status()).isEqualTo(200);
        // answered, and another application's
        assertThat(new Browser(query).page().statusCode()).isEqualTo(400);
        Answer again = form("pushed_authorize", push);
        assertThat(new Browser(Map.of(
                                "client_id",
                                CscServer.TRUSTED,
                                "request_uri",
                                again.json().path("request_uri").asText()))
                        .page()
                        .statusCode())
                .isEqualTo(400);
        push.put("code_challenge_method", "plain");
        assertThat(form("pushed_authorize", push).error())
                .isEqualTo("400 invalid_request: Invalid parameter code_challenge_method");
        push.put("client_secret", "sai");
        assertThat(form("pushed_authorize", push).error()).startsWith("401 invalid_client");
    }

    @Test
    void authenticatesClients() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((APPLICATION + ":" + secret(APPLICATION + ".secret")).getBytes(StandardCharsets.UTF_8));
        Answer answer = CscServer.send(HttpRequest.newBuilder(CscServer.uri("/csc/v2/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().has("refresh_token")).isFalse();
        for (String client : new String[] {APPLICATION, "khong-co"}) {
            Answer refused = form(
                    "token",
                    Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", "x".repeat(64)));
            assertThat(refused.error()).isEqualTo("401 invalid_client: Client authentication failed");
        }
        assertThat(form("token", Map.of("grant_type", "client_credentials", "client_id", APPLICATION))
                        .status())
                .isEqualTo(401);
        assertThat(token(APPLICATION, Map.of("grant_type", "password")).error())
                .startsWith("400 unsupported_grant_type");
        assertThat(CscServer.send(HttpRequest.newBuilder(CscServer.uri("/csc/v2/oauth2/token")))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void wantsPkceAndARegisteredAddress() throws Exception {
        Map<String, String> plain = request(APPLICATION, Map.of("code_challenge_method", "plain"));
        assertThat(new Browser(plain).sentBack()).containsEntry("error", "invalid_request");
        Map<String, String> none = request(APPLICATION, Map.of());
        none.remove("code_challenge");
        assertThat(new Browser(none).sentBack()).containsEntry("error", "invalid_request");
        assertThat(new Browser(request(APPLICATION, Map.of("response_type", "token"))).sentBack())
                .containsEntry("error", "unsupported_response_type");
        assertThat(new Browser(request(APPLICATION, Map.of("scope", "tất cả"))).sentBack())
                .containsEntry("error", "invalid_scope");
        for (Map<String, String> query : java.util.List.of(
                request(APPLICATION, Map.of("redirect_uri", "https://evil.example/")),
                request("khong-co", Map.of()),
                request(APPLICATION, Map.of("request_uri", "urn:x")))) {
            Browser browser = new Browser(query);
            assertThat(browser.page().statusCode()).isEqualTo(400);
            assertThat(browser.page().headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void shutsItsPagesToScriptsFramesAndForgedForms() throws Exception {
        Browser browser = new Browser(request(APPLICATION, Map.of()));
        assertThat(browser.page().headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:8765; "
                        + "base-uri 'none'; frame-ancestors 'none'");
        assertThat(browser.page().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.page().headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/csc/v2/oauth2");
        assertThat(browser.text())
                .doesNotContain("<script", "style=", "onclick")
                .contains("<html lang=\"vi\">");
        assertThat(new Browser(request(APPLICATION, Map.of("lang", "en-GB"))).text())
                .contains("<html lang=\"en\">", "Sign in to go on");

        browser.signIn(OFFICIAL);
        Answer forged = CscServer.send(HttpRequest.newBuilder(
                        CscServer.uri("/csc/v2/oauth2/authorize?" + CscServer.encoded(request(APPLICATION, Map.of()))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=allow")));
        assertThat(forged.status()).isEqualTo(403);
        browser.submit(Map.of("action", "allow", "form_code", "A".repeat(43)));
        assertThat(browser.page().statusCode()).isEqualTo(403);
        assertThat(browser.text()).contains("Trang đã hết hạn");
    }

    @Test
    void saysTheSameOfUnknownAccountsAndWrongCodes() throws Exception {
        for (String[] pair : new String[][] {
            {OFFICIAL, "sai"},
            {"khong-co", "sai"},
            {"nguyen-van-an", secret(OFFICIAL + ".token")},
            {"qlvb.bac-kan", secret("qlvb.bac-kan.token")},
            {"kiem-toan", secret("kiem-toan.token")}
        }) {
            Browser browser = new Browser(request(APPLICATION, Map.of()));
            browser.submit(Map.of("action", "sign-in", "account", pair[0], "access_code", pair[1]));
            assertThat(browser.page().statusCode()).isEqualTo(403);
            assertThat(browser.text()).contains("Tên tài khoản hoặc mã truy cập không đúng.");
        }
        Browser denied = new Browser(request(APPLICATION, Map.of())).submit(Map.of("action", "deny"));
        assertThat(denied.sentBack()).containsEntry("error", "access_denied");
    }

    private static String serviceCode() throws Exception {
        return new Browser(request(APPLICATION, Map.of("scope", "service")))
                .signIn(OFFICIAL)
                .submit(Map.of("action", "allow"))
                .code();
    }

    private static Answer refresh(JsonNode tokens) throws Exception {
        return token(
                APPLICATION,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    private static Answer list(JsonNode tokens) throws Exception {
        return CscServer.call("credentials/list", tokens.path("access_token").asText(), "{}");
    }
}
