package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawConfigTest {
    private static RawConfig raw(String key, String text) {
        return new RawConfig(Map.of(key, text), Path.of("/state"));
    }

    @Test
    void refusesMissingKeyByItsName() {
        assertThatThrownBy(() -> raw("other", "x").text("log-id"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("the key log-id is missing");
    }

    @Test
    void refusesUnknownKeysByTheirNames() {
        RawConfig raw = raw("log-idd", "x");
        assertThatThrownBy(raw::refuseTheRest).hasMessage("these keys are unknown: log-idd");
    }

    @Test
    void refusesNumberOutOfItsRange() {
        assertThatThrownBy(() -> raw("n", "70").number("n", 1, 1, 64)).hasMessageContaining("the key n wants a number");
        assertThatThrownBy(() -> raw("n", "many").number("n", 1, 1, 64)).hasMessageContaining("whole number");
    }

    @Test
    void resolvesPathsAgainstTheFolderOfTheFile() {
        assertThat(raw("p", "pki/../content").path("p")).isEqualTo(Path.of("/state/content"));
    }

    @Test
    void readsAnAddressThatIsNothingButSchemeHostAndPort() {
        assertThat(raw("a", "https://x.example.vn:8443").address("a")).hasHost("x.example.vn");
        assertThat(raw("other", "x").address("a")).isNull();
        for (String text : List.of(
                "x.example.vn",
                "ftp://x",
                "https://x/",
                "https://x/y",
                "https://u@x",
                "https://x?y",
                "https://",
                "a b")) {
            assertThatThrownBy(() -> raw("a", text).address("a")).as(text).hasMessageContaining("the key a wants");
        }
    }

    @Test
    void readsMillis() {
        assertThat(raw("m", "250").millis("m", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(1)))
                .isEqualTo(Duration.ofMillis(250));
    }
}
