package vn.lienthong.hsm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void speaksVietnameseUnlessAskedOtherwise() {
        assertThat(Options.parse("list", "--state", "/s", "--module", "/m").say("Vâng", "Yes"))
                .isEqualTo("Vâng");
        assertThat(Options.parse("list", "--state", "/s", "--module", "/m", "--lang", "en")
                        .say("Vâng", "Yes"))
                .isEqualTo("Yes");
    }

    @Test
    void refusesUnknownCommand() {
        assertThatThrownBy(() -> Options.parse("destroy")).hasMessageStartingWith("usage:");
    }

    @Test
    void refusesMissingState() {
        assertThatThrownBy(() -> Options.parse("list", "--module", "/m")).hasMessage("--state is missing");
    }

    @Test
    void refusesOptionWithoutValue() {
        assertThatThrownBy(() -> Options.parse("list", "--state")).hasMessage("--state wants a value");
    }

    @Test
    void refusesUnknownOption() {
        assertThatThrownBy(() -> Options.parse("list", "--pin", "1")).hasMessage("unknown option --pin");
    }

    @Test
    void refusesCrlBaseThatIsNoFolder() {
        assertThatThrownBy(() -> Options.parse("list", "--state", "/s", "--module", "/m", "--crl-base", "http://x/crl"))
                .hasMessage("--crl-base ends in a slash");
    }
}
