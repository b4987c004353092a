package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyConfigTest {
    @Test
    void isOffWithoutAnOrigin() {
        assertThat(parse(Map.of()).isOn()).isFalse();
    }

    @Test
    void takesTheHostOrADomainAboveIt() {
        assertThat(parse(Map.of("passkey-origin", "https://ky.example.vn")).relyingParty())
                .isEqualTo("ky.example.vn");
        assertThat(parse(Map.of("passkey-origin", "https://ky.example.vn:8443", "passkey-rp-id", "example.vn"))
                        .relyingParty())
                .isEqualTo("example.vn");
        assertThat(parse(Map.of("passkey-origin", "http://localhost:8080")).relyingParty())
                .isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ky.example.vn",
                "http://ky.example.vn",
                "https://ky.example.vn/",
                "https://ky.example.vn/x",
                "https://ky.example.vn?x",
                "https://",
                "https://a b"
            })
    void refusesWhatIsNoOriginOfASecurePage(String origin) {
        assertThatThrownBy(() -> parse(Map.of("passkey-origin", origin)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("passkey-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "y.example.vn", "www.ky.example.vn"})
    void refusesARelyingPartyOfAnotherHost(String party) {
        assertThatThrownBy(() -> parse(Map.of("passkey-origin", "https://ky.example.vn", "passkey-rp-id", party)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("passkey-rp-id");
    }

    private static PasskeyConfig parse(Map<String, String> texts) {
        return PasskeyConfig.parse(new RawConfig(texts, Path.of("/")));
    }
}
