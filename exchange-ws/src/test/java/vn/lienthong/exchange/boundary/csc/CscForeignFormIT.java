package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site's page sends a form: browsers send no cookie along (SameSite=Lax), and keep one that comes back. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscForeignFormIT {
    private static final HttpClient FOREIGN = HttpClient.newHttpClient();

    private final Map<String, String> request = CscServer.request(CscServer.APPLICATION, Map.of("scope", "service"));

    @ParameterizedTest
    @ValueSource(strings = {"sign-out", "sign-in", "deny", "allow", ""})
    void setsNoCookie(String action) throws Exception {
        for (String path :
                List.of("/csc/v2/oauth2/authorize?" + CscServer.encoded(request), "/csc/v2/oauth2/passkeys")) {
            HttpResponse<String> answer = FOREIGN.send(post(path, action, null), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.body()).contains("Mở lại trang");
        }
    }

    @Test
    void leavesTheOfficialSignedIn() throws Exception {
        CookieManager cookies = new CookieManager();
        Browser browser = new Browser(request, cookies);
        browser.signIn(CscServer.OFFICIAL);
        assertThat(browser.text()).contains("Đang đăng nhập");
        List<HttpCookie> before = cookies.getCookieStore().getCookies();
        String path = "/csc/v2/oauth2/authorize?" + CscServer.encoded(request);

        // The browser sends nothing along, and takes what comes back.
        HttpResponse<String> foreign = FOREIGN.send(post(path, "sign-out", null), BodyHandlers.ofString());
        URI server = CscServer.uri("/csc/v2/oauth2/");
        cookies.put(server, foreign.headers().map());
        // Even with the cookie, a form without its code does nothing.
        HttpCookie cookie = before.getFirst();
        HttpResponse<String> stale = FOREIGN.send(
                post(path, "sign-out", cookie.getName() + "=" + cookie.getValue()), BodyHandlers.ofString());
        assertThat(stale.statusCode()).isEqualTo(403);
        cookies.put(server, stale.headers().map());

        assertThat(cookies.getCookieStore().getCookies()).isEqualTo(before);
        assertThat(browser.get(path).text()).contains("Đang đăng nhập");
    }

    private static HttpRequest post(String path, String action, @Nullable String cookie) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(CscServer.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://la.example.vn")
                .POST(BodyPublishers.ofString("action=" + action + "&form_code=x"));
        return (cookie == null ? builder : builder.header("Cookie", cookie)).build();
    }
}
