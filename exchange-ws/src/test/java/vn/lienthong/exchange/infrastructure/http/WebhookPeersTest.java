package vn.lienthong.exchange.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPeersTest {
    private static final WebhookPeers PUBLIC = new WebhookPeers(List.of());
    private static final WebhookPeers LOOPBACK =
            new WebhookPeers(List.of(Network.parse("127.0.0.0/8"), Network.parse("fd00:1::/32")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://2130706433/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fd00:1::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a00:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/"
            })
    void neverLeadsInside(String address) {
        assertThatExceptionOfType(WebhookPeers.RefusedAddressException.class)
                .isThrownBy(() -> PUBLIC.resolved(URI.create(address)));
    }

    @Test
    void leadsOutside() throws Exception {
        assertThat(PUBLIC.resolved(URI.create("https://8.8.8.8/"))).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void leadsWhereTheOperatorAllowsItAndNoFurther() throws Exception {
        assertThat(LOOPBACK.resolved(URI.create("http://127.0.0.1:1/"))).hasSize(1);
        assertThat(LOOPBACK.resolved(URI.create("https://[fd00:1::1]/"))).hasSize(1);
        for (String address : List.of("https://10.0.0.1/", "http://8.8.8.8/", "https://[fd00:2::1]/")) {
            assertThatExceptionOfType(WebhookPeers.RefusedAddressException.class)
                    .as(address)
                    .isThrownBy(() -> LOOPBACK.resolved(URI.create(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://nhan.example/",
                "ftp://nhan.example/",
                "file:///etc/passwd",
                "https:nhan",
                "https://user:pass@nhan.example/",
                "https://nhan.example/#a",
                "https://nhan.example:0/",
                "https://nhan.example:65536/",
                "https://văn-bản.example/"
            })
    void refusesWhatIsNoAddressToCall(String address) {
        assertThat(PUBLIC.isPossible(URI.create(address))).isFalse();
    }

    @Test
    void takesPlainHttpOnlyWhereThereIsAnInternalNetwork() {
        assertThat(PUBLIC.isPossible(URI.create("https://nhan.example:8443/a?b=c")))
                .isTrue();
        assertThat(LOOPBACK.isPossible(URI.create("http://nhan.example/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "localhost/8", "::1/64", "", "10.0.0.0/8/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }

    @Test
    void aNetworkHoldsItsAddresses() throws UnknownHostException {
        Network network = Network.parse("10.20.16.0/20");
        assertThat(network.contains(InetAddress.getByName("10.20.31.255"))).isTrue();
        assertThat(network.contains(InetAddress.getByName("10.20.32.0"))).isFalse();
        assertThat(network.contains(InetAddress.getByName("::1"))).isFalse();
        assertThat(Network.parse("0.0.0.0/0").contains(InetAddress.getByName("1.2.3.4")))
                .isTrue();
    }
}
