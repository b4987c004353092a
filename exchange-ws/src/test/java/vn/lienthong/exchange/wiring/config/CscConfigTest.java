package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.csc.CscVersion;

class CscConfigTest {
    @Test
    void knowsVersions() {
        assertThat(parse(Map.of()).specs()).isEqualTo(CscVersion.V2_0_0_2);
        assertThat(parse(Map.of("csc-specs", "2.2.0.0")).specs()).isEqualTo(CscVersion.V2_2_0_0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.2", "2.0.0.0", "1.0.4.0", "x"})
    void refusesVersionsWhoseFieldsItDoesNotKnow(String version) {
        assertThatThrownBy(() -> parse(Map.of("csc-specs", version)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("csc-specs")
                .hasMessageContaining("2.0.0.2 or 2.2.0.0");
    }

    @Test
    void refusesALogoThatIsNoAddress() {
        assertThatThrownBy(() -> parse(Map.of("csc-logo-uri", "logo.png")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("csc-logo-uri");
    }

    private static CscConfig parse(Map<String, String> texts) {
        return CscConfig.parse(new RawConfig(texts, Path.of("/")));
    }
}
