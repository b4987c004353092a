package vn.lienthong.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.lienthong.signer.text.Language;

class DemoOptionsTest {
    @Test
    void speaksVietnameseToTheLocalServerByDefault() {
        DemoOptions options = DemoOptions.parse();
        assertThat(options.language()).isEqualTo(Language.VI);
        assertThat(options.url()).hasToString("http://127.0.0.1:8080/");
        assertThat(options.file()).isEmpty();
    }

    @Test
    void completesTheAddressWithASlash() {
        assertThat(DemoOptions.parse("--url", "http://127.0.0.1:21280").url()).hasToString("http://127.0.0.1:21280/");
    }

    @Test
    void refusesUnknownOption() {
        assertThatThrownBy(() -> DemoOptions.parse("--verbose", "1")).hasMessage("unknown option: --verbose");
    }

    @Test
    void refusesOptionWithoutValue() {
        assertThatThrownBy(() -> DemoOptions.parse("--file")).hasMessage("--file wants a value");
    }

    @Test
    void refusesLanguageThatItDoesNotSpeak() {
        assertThatThrownBy(() -> DemoOptions.parse("--lang", "fr")).hasMessage("--lang takes vi or en only");
    }

    @Test
    void refusesFileThatIsNotThere() {
        assertThatThrownBy(() -> DemoOptions.parse("--file", "/none.pdf")).hasMessageContaining("cannot be read");
    }
}
