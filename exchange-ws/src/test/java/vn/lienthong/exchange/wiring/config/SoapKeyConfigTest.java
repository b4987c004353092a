package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapKeyConfigTest {
    private static final String ALIAS = "soap-key-alias";
    private static final String STORE = "soap-key-store-file";
    private static final String PASSWORD = "soap-key-store-password-file";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("server.p12"), "x");
        Files.writeString(folder.resolve("password"), "x");
    }

    @Test
    void isAKeyOfTheTokenOrAFile() {
        assertThat(parse(Map.of(ALIAS, "soap-answers"))).isEqualTo(new SoapKeyConfig.InToken("soap-answers"));
        assertThat(parse(Map.of(STORE, "server.p12", PASSWORD, "password")))
                .isEqualTo(new SoapKeyConfig.InFile(folder.resolve("server.p12"), folder.resolve("password")));
    }

    @Test
    void refusesBothAndNeither() {
        assertThatThrownBy(() -> parse(Map.of(ALIAS, "a", STORE, "server.p12")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the key soap-key-store-file is irrelevant");
        assertThatThrownBy(() -> parse(Map.of(ALIAS, "a", PASSWORD, "password")))
                .hasMessageContaining("the key soap-key-store-password-file is irrelevant");
        assertThatThrownBy(() -> parse(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("one of the keys soap-key-alias and soap-key-store-file is missing");
    }

    @Test
    void refusesAStoreWithoutItsPassword() {
        assertThatThrownBy(() -> parse(Map.of(STORE, "server.p12")))
                .hasMessage("the key soap-key-store-password-file is missing");
    }

    private SoapKeyConfig parse(Map<String, String> texts) {
        RawConfig raw = new RawConfig(new HashMap<>(texts), folder);
        SoapKeyConfig config = SoapKeyConfig.parse(raw);
        raw.refuseTheRest();
        return config;
    }
}
