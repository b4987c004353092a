package vn.lienthong.hsm.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeOriginsTest {
    private static final String OURS = "https://ky.bac-kan.example";
    private static final String HOST = "127.0.0.1:15480";

    private final BridgeOrigins origins = BridgeOrigins.of(List.of(OURS, "https://ky.bac-kan.example:8443"), 15480);

    @Test
    void allowsThePagesOfTheServersThatWereNamed() {
        assertThat(origins.allows(OURS, HOST)).isTrue();
        assertThat(origins.allows("https://ky.bac-kan.example:8443", "localhost:15480"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://ky.bac-kan.example",
                "https://ky.bac-kan.example:444",
                "https://ky.bac-kan.example.attacker.example",
                "https://attacker.example",
                "https://ky.bac-kan.example/",
                "HTTPS://KY.BAC-KAN.EXAMPLE",
                ""
            })
    void refusesEveryOtherOrigin(String origin) {
        assertThat(origins.allows(origin, HOST)).isFalse();
    }

    @Test
    void refusesWhoNamesNoOriginOrReachesItByAnotherName() {
        assertThat(origins.allows(null, HOST)).isFalse();
        assertThat(origins.allows(OURS, null)).isFalse();
        assertThat(origins.allows(OURS, "rebound.attacker.example:15480")).isFalse();
        assertThat(origins.allows(OURS, "127.0.0.1")).isFalse();
        assertThat(origins.allows(OURS, "127.0.0.1:80")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "http://ky.bac-kan.example",
                "https://a.example/path",
                "https://a.example/",
                "https://user@a.example",
                "https://a.example?x"
            })
    void takesNoOriginThatIsNone(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> BridgeOrigins.of(List.of(origin), 1));
    }

    @Test
    void isNothingWithoutAnOrigin() {
        assertThatIllegalArgumentException().isThrownBy(() -> BridgeOrigins.of(List.of(), 1));
    }
}
