package vn.lienthong.signer.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedDataLoaderTest {
    private final GuardedDataLoader loader = new GuardedDataLoader(FetchLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x.crl",
                "http://127.1/x",
                "http://2130706433/x",
                "http://0x7f.1/x",
                "http://localhost:9990/management",
                "http://[::1]/x",
                "http://[::ffff:127.0.0.1]/x",
                "http://0.0.0.0/x",
                "http://10.1.2.3/x",
                "http://172.16.0.1/x",
                "http://192.168.1.1/x",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/x",
                "http://[fd00::1]/x",
                "http://[fe80::1]/x",
                "http://[2002:7f00:1::]/x",
                "http://224.0.0.1/x",
                "file:///etc/passwd",
                "ldap://10.0.0.1/x",
                "ftp://8.8.8.8/x",
                "jar:http://8.8.8.8/x!/y",
                "HTTP://8.8.8.8/x",
                "http://user:pass@8.8.8.8/x",
                "http:///x",
                "nonsense"
            })
    void refusesAddress(String address) {
        assertThatThrownBy(() -> loader.get(address)).isInstanceOf(DSSExternalResourceException.class);
        assertThatThrownBy(() -> loader.post(address, new byte[1])).isInstanceOf(DSSExternalResourceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "203.162.4.190", "2001:4860:4860::8888", "100.63.255.255", "172.32.0.1"})
    void callsAddressPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"64:ff9b::7f00:1", "2001:db8::1", "255.255.255.255", "198.18.0.1", "192.0.0.8", "ff02::1"})
    void callsAddressNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x", "http://localhost:2/x"})
    void allowedHostAndPortIsNotAllowedOnAnotherPort(String address) {
        GuardedDataLoader allowing =
                new GuardedDataLoader(FetchLimits.DEFAULT.allowing(Set.of("127.0.0.1:2", "localhost:1")));
        assertThatThrownBy(() -> allowing.get(address)).hasMessageContaining("internal network");
    }
}
