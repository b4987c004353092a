package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterSecretTest {
    private static final String NODES = "EXCHANGE_CLUSTER";
    private static final String SECRET = "EXCHANGE_CLUSTER_SECRET";

    @Test
    void refusesNodesThatAnybodyCouldJoin() {
        refuses(Map.of(NODES, "a[7600],b[7600]"));
        refuses(Map.of(NODES, "a[7600]", SECRET, ""));
        refuses(Map.of(NODES, "a[7600]", SECRET, "short"));
        refuses(Map.of(NODES, "a[7600]", SECRET, " ".repeat(64)));
    }

    @Test
    void takesANodeThatIsAloneAndOnesWithASecret() {
        lets(Map.of());
        lets(Map.of(NODES, " "));
        lets(Map.of(NODES, "a[7600]", SECRET, "0123456789abcdef0123456789abcdef"));
    }

    private static void refuses(Map<String, String> environment) {
        assertThatThrownBy(() -> ClusterSecret.require(environment))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(SECRET);
    }

    private static void lets(Map<String, String> environment) {
        assertThatCode(() -> ClusterSecret.require(environment)).doesNotThrowAnyException();
    }
}
