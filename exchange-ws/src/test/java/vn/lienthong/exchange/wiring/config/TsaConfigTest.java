package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

class TsaConfigTest {
    private static final String OID = "1.3.6.1.4.1.99999.1.1";
    private static final String TWO = """
            policies=common, fine
            policy.common.oid=1.3.6.1.4.1.99999.1.1
            policy.common.keys=tsa-1, tsa-2
            policy.fine.oid=1.3.6.1.4.1.99999.1.2
            policy.fine.accuracy-millis=100
            policy.fine.hashes=SHA-512
            policy.fine.ordering=true
            policy.fine.keys=tsa-2
            """;

    @TempDir
    Path folder;

    @Test
    void readsOnePolicyAndOneKey() {
        TsaConfig config = parse(Map.of("tsa-key", "tsa-1", "tsa-policy-oid", OID));
        assertThat(config.keys()).containsExactly("tsa-1");
        assertThat(config.policies().get(0).policy().accuracy()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.clock().isWatched()).isFalse();
        assertThat(config.orderFile()).isEmpty();
    }

    @Test
    void readsSeveral() throws IOException {
        TsaConfig config = parse(withFile(TWO, Map.of("tsa-order-file", "newest")));
        assertThat(config.policies()).hasSize(2);
        assertThat(config.keys()).containsExactly("tsa-1", "tsa-2");
        var fine = config.policies().get(1).policy();
        assertThat(fine.ordering()).isTrue();
        assertThat(fine.accuracy()).isEqualTo(Duration.ofMillis(100));
        assertThat(fine.hashes()).containsExactly(DigestAlgorithm.SHA512);
        assertThat(config.policies().get(0).policy().hashes()).contains(DigestAlgorithm.values());
        assertThat(config.orderFile()).contains(folder.resolve("newest"));
    }

    @Test
    void refusesWhatIsMissingOrIrrelevant() throws IOException {
        refuses(withFile(TWO, Map.of()), "tsa-order-file is missing");
        refuses(withFile(TWO, Map.of("tsa-key", "tsa-1", "tsa-order-file", "x")), "tsa-key is irrelevant");
        refuses(Map.of("tsa-key", "t", "tsa-policy-oid", OID, "tsa-order-file", "x"), "tsa-order-file is irrelevant");
        refuses(
                Map.of("tsa-key", "t", "tsa-policy-oid", OID, "tsa-clock-limit-millis", "5"),
                "tsa-clock-limit-millis is irrelevant");
        refuses(Map.of("tsa-key", "t", "tsa-policy-oid", "x"), "tsa-policy-oid");
    }

    @Test
    void refusesAFileThatSaysSomethingElse() throws IOException {
        Map<String, String> order = Map.of("tsa-order-file", "x");
        refuses(withFile(TWO.replace("1.1\n", "1.2\n"), order), "two policies have the identifier");
        refuses(withFile(TWO.replace("SHA-512", "SHA-1"), order), "hashes wants SHA-256 or the like, not SHA-1");
        refuses(withFile(TWO.replace("=true", "=yes"), order), "ordering wants true or false");
        refuses(withFile(TWO.replace("=100", "=0"), order), "accuracy-millis wants a number");
        refuses(withFile(TWO + "policy.other.oid=1.2\n", order), "unknown: policy.other.oid");
        refuses(withFile(TWO.replace("policy.fine.keys", "policy.fine.kyes"), order), "policy.fine.keys is missing");
        refuses(withFile(TWO.replace("tsa-1, tsa-2", "tsa-1, tsa-1"), order), "names each once");
    }

    @Test
    void readsWhoWatchesTheClock() {
        ClockConfig clock =
                parse(watched("ntp1.example.vn, 10.0.0.1:1123, [fd00::1]:123")).clock();
        assertThat(clock.sources())
                .containsExactly(
                        new ClockConfig.Server("ntp1.example.vn", 123),
                        new ClockConfig.Server("10.0.0.1", 1123),
                        new ClockConfig.Server("[fd00::1]", 123));
        assertThat(clock.longest()).isEqualTo(Duration.ofSeconds(320));
    }

    @Test
    void refusesSourcesThatAreNone() {
        for (String text : List.of("", "a b", "http://x", "x:0", "x:99999", "x,", "x,x", "x:123,x", "/etc/passwd")) {
            assertThatThrownBy(() -> parse(watched(text))).as(text).isInstanceOf(ConfigException.class);
        }
    }

    @Test
    void refusesALimitThatBreaksThePromise() {
        Map<String, String> keys = new HashMap<>(watched("x"));
        keys.put("tsa-clock-limit-millis", "501");
        refuses(keys, "half the accuracy");
        keys.put("tsa-clock-limit-millis", "500");
        assertThat(parse(keys).clock().limit()).isEqualTo(Duration.ofMillis(500));
    }

    private static Map<String, String> watched(String sources) {
        return Map.of("tsa-key", "t", "tsa-policy-oid", OID, "tsa-clock-sources", sources);
    }

    private Map<String, String> withFile(String text, Map<String, String> others) throws IOException {
        Files.writeString(folder.resolve("tsa.properties"), text);
        Map<String, String> all = new HashMap<>(others);
        all.put("tsa-policies-file", "tsa.properties");
        return all;
    }

    private void refuses(Map<String, String> keys, String message) {
        assertThatThrownBy(() -> parse(keys))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private TsaConfig parse(Map<String, String> keys) {
        return TsaConfig.parse(new RawConfig(keys, folder));
    }
}
