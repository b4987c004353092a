package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesConfigTest {
    private static final String TWO = """
            authorities=vnpt, own
            total-millis=8000
            authority.vnpt.url=https://tsa.example.vn/tsa?x=1
            authority.vnpt.anchors-folder=anchors
            authority.vnpt.policy=1.3.6.1.4.1.99999.1
            authority.vnpt.deadline-millis=2500
            authority.vnpt.tolerance-seconds=30
            authority.vnpt.per-minute=20
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void anchors() throws IOException {
        Files.createDirectories(folder.resolve("anchors"));
    }

    @Test
    void isTheServersOwnUnlessToldOtherwise() {
        assertThat(AuthoritiesConfig.parse(new RawConfig(Map.of(), folder)).authorities())
                .containsExactly(new AuthoritiesConfig.Own());
    }

    @Test
    void readsWhoIsAskedAndInWhichOrder() throws IOException {
        AuthoritiesConfig config = parse(TWO);
        assertThat(config.total()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.authorities()).hasSize(2);
        assertThat(config.authorities().get(0)).isInstanceOfSatisfying(AuthoritiesConfig.Remote.class, vnpt -> {
            assertThat(vnpt.url()).isEqualTo(URI.create("https://tsa.example.vn/tsa?x=1"));
            assertThat(vnpt.policy()).contains("1.3.6.1.4.1.99999.1");
            assertThat(vnpt.deadline()).isEqualTo(Duration.ofMillis(2500));
            assertThat(vnpt.tolerance()).isEqualTo(Duration.ofSeconds(30));
            assertThat(vnpt.perMinute()).contains(20);
        });
        assertThat(config.authorities().get(1)).isEqualTo(new AuthoritiesConfig.Own());
    }

    @Test
    void refusesAFileThatSaysSomethingElse() {
        refuses(TWO.replace("https://tsa", "ftp://tsa"), "http or https");
        refuses(TWO.replace("https://tsa", "https://ai@tsa"), "http or https");
        refuses(TWO.replace("?x=1", " x"), "wants an address");
        refuses(TWO.replace("folder=anchors", "folder=nowhere"), "anchors-folder");
        refuses(TWO.replace("policy=1.3.6", "policy=a.3.6"), "object identifier");
        refuses(TWO.replace("per-minute=20", "per-minute=-1"), "per-minute");
        refuses(TWO + "authority.own.url=https://x/\n", "unknown: authority.own.url");
        refuses(TWO.replace("vnpt, own", "VNPT"), "name is 1 to 32");
        refuses(TWO.replace("vnpt, own", "own, own"), "names each once");
    }

    private void refuses(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private AuthoritiesConfig parse(String text) throws IOException {
        Files.writeString(folder.resolve("tsa.properties"), text);
        return AuthoritiesConfig.parse(new RawConfig(Map.of("timestamp-authorities-file", "tsa.properties"), folder));
    }
}
