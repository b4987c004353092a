package vn.lienthong.exchange.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthClientTest {
    private final OAuthClient client = client("https://ky.example.vn/tra-ve?a=1", "http://127.0.0.1/tra-ve");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ky.example.vn/tra-ve?a=1",
                "http://127.0.0.1/tra-ve",
                "http://127.0.0.1:8765/tra-ve",
                "http://127.0.0.1:1/tra-ve"
            })
    void redirectsToWhatWasRegistered(String uri) {
        assertThat(client.redirectsTo(uri)).isTrue();
    }

    /** RFC 9700, section 4.1: what is nearly the registered address is another's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://ky.example.vn/tra-ve",
                "https://ky.example.vn/tra-ve?a=1&b=2",
                "https://ky.example.vn/tra-ve?a=1#x",
                "https://ky.example.vn:8443/tra-ve?a=1",
                "https://ky.example.vn.evil.example/tra-ve?a=1",
                "https://ky.example.vn@evil.example/tra-ve?a=1",
                "https://KY.example.vn/tra-ve?a=1",
                "http://127.0.0.1:8765/tra-ve/../khac",
                "http://127.0.0.1:8765/tra-ve?x=1",
                "http://127.0.0.1:8765/tra-ve#x",
                "http://127.0.0.1@evil.example/tra-ve",
                "http://evil.example@127.0.0.1/tra-ve",
                "http://localhost:8765/tra-ve",
                "https://127.0.0.1:8765/tra-ve",
                "javascript:alert(1)",
                "http://127.0.0.1:x/tra-ve",
                "http://[::1]:8765/tra-ve"
            })
    void redirectsNowhereElse(String uri) {
        assertThat(client.redirectsTo(uri)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ky.example.vn/",
                "https://u:p@ky.example.vn/",
                "https://ky.example.vn/#x",
                "ftp://x/",
                "/a",
                "https:",
                "a b"
            })
    void isNotRegisteredWithAnAddressThatIsNotSafe(String uri) {
        assertThatIllegalArgumentException().isThrownBy(() -> client(uri));
    }

    @Test
    void isToldWhereItRegisteredAndNowhereElse() {
        OAuthClient told = new OAuthClient(
                "ky",
                "Ký",
                null,
                null,
                List.of("https://ky.example.vn/tra-ve"),
                List.of("https://ky.example.vn/thong-bao", "http://127.0.0.1/thong-bao"),
                false,
                null);
        assertThat(told.isToldAt("https://ky.example.vn/thong-bao")).isTrue();
        assertThat(told.isToldAt("http://127.0.0.1/thong-bao")).isTrue();
        for (String uri : List.of(
                "https://ky.example.vn/tra-ve",
                "https://ky.example.vn/thong-bao?x=1",
                "http://127.0.0.1:8766/thong-bao",
                "http://127.0.0.1/khac",
                "http://10.0.0.1/thong-bao",
                "http://169.254.169.254/latest/meta-data")) {
            assertThat(told.isToldAt(uri)).as(uri).isFalse();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OAuthClient("ky", "Ký", null, null, List.of(), List.of("http://10.0.0.1/x"), false, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ky.example.vn", "https://ky.example.vn:8443", "http://localhost:8765"})
    void asksForPasskeysOnItsOwnPagesIfItIsTrusted(String origin) {
        assertThat(passkeys(true, origin).passkeyOrigin()).isEqualTo(origin);
        assertThatIllegalArgumentException().isThrownBy(() -> passkeys(false, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://ky.example.vn",
                "https://ky.example.vn/",
                "https://u@ky.example.vn",
                "https://a?b",
                "*"
            })
    void asksForPasskeysOnNoOther(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> passkeys(true, origin));
    }

    private static OAuthClient passkeys(boolean explicit, String origin) {
        return new OAuthClient("ky", "Ký", null, null, List.of(), List.of(), explicit, origin);
    }

    private static OAuthClient client(String... uris) {
        return new OAuthClient("ky", "Ký", null, null, List.of(uris), List.of(), false, null);
    }
}
