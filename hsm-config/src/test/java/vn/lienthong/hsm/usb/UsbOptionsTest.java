package vn.lienthong.hsm.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsbOptionsTest {
    @Test
    void refusesWhatIsMissingUnknownOrIrrelevant() {
        assertThatThrownBy(UsbOptions::parse).hasMessageContaining("usage");
        assertThatThrownBy(() -> UsbOptions.parse("unsign")).hasMessageContaining("usage");
        assertThatThrownBy(() -> UsbOptions.parse("bridge", "--file", "a")).hasMessageContaining("irrelevant");
        assertThatThrownBy(() -> UsbOptions.parse("sign", "--pin", "1")).hasMessageContaining("--pin is unknown");
        assertThatThrownBy(() -> UsbOptions.parse("sign", "--file")).hasMessage("--file wants a value");
        assertThatThrownBy(() -> UsbOptions.parse("sign", "--out", "a", "--out", "b"))
                .hasMessage("--out is given twice");
        assertThatThrownBy(() -> UsbOptions.parse("sign").token()).hasMessage("--module is missing");
    }

    @Test
    void takesSeveralFiles() {
        assertThat(UsbOptions.parse("sign", "--file", "a", "--file", "b").all("--file"))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ky.example", "https://ky.example:8443", "http://127.0.0.1:8080", "http://localhost"})
    void takesAServer(String address) {
        assertThat(UsbOptions.parse("sign", "--server", address).server()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ky.example", "ftp://127.0.0.1", "ky.example", "http://127.0.0.1.attacker.example"})
    void sendsNoSecretOverAnOpenNetwork(String address) {
        assertThatThrownBy(() -> UsbOptions.parse("sign", "--server", address).server())
                .hasMessageContaining("--server wants https");
    }
}
