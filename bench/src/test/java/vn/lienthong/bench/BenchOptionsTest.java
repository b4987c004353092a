package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.BenchOptions.Part;
import vn.lienthong.signer.text.Language;

class BenchOptionsTest {
    private static final List<String> NEEDED = List.of(
            "--state",
            "/s",
            "--port",
            "8080",
            "--server-pid",
            "7",
            "--database-pid",
            "8",
            "--module",
            "/m.so",
            "--work",
            "/w");

    @Test
    void readsPartsInTheOrderInWhichTheyAreMeasured() {
        BenchOptions options = parse("exchange", "signer", "--lang", "en");
        assertThat(options.parts()).containsExactly(Part.SIGNER, Part.EXCHANGE);
        assertThat(options.language()).isEqualTo(Language.EN);
        assertThat(options.server().port()).isEqualTo(8080);
        assertThat(options.server().pid()).isEqualTo(7);
        assertThat(options.isQuick()).isFalse();
    }

    @Test
    void isQuickAndVietnameseWhereAsked() {
        BenchOptions options = parse("verify", "--quick");
        assertThat(options.isQuick()).isTrue();
        assertThat(options.language()).isEqualTo(Language.VI);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("speed")).hasMessageContaining("speed");
        assertThatThrownBy(() -> BenchOptions.parse("signer")).hasMessageContaining("--state");
        assertThatThrownBy(() -> parse("signer", "--lang", "fr")).hasMessageContaining("--lang");
        assertThatThrownBy(() -> parse("--port", "x")).hasMessageContaining("--port: x");
    }

    private static BenchOptions parse(String... arguments) {
        List<String> all = new ArrayList<>(NEEDED);
        all.addAll(List.of(arguments));
        return BenchOptions.parse(all.toArray(String[]::new));
    }
}
