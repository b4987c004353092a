package vn.lienthong.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.text.Language;

class StoryTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void tellsAStepInOneLineWithItsTime() {
        story(Language.VI).step("Ký số", "Sign", () -> {});
        assertThat(said()).isEqualTo("  ✔ Ký số (0,0 giây)\n");
    }

    @Test
    void speaksEnglishWhenAsked() {
        story(Language.EN).step("Ký số", "Sign", () -> {});
        assertThat(said()).isEqualTo("  ✔ Sign (0.0 s)\n");
    }

    @Test
    void endsAtTheFirstCheckThatFailsAndSaysSo() {
        Story story = story(Language.EN);
        assertThatThrownBy(() -> story.step("Ký", "Sign", () -> story.check(false, "khớp", "it fits")))
                .isInstanceOf(StoryEnded.class);
        assertThat(story.conclude()).isFalse();
        assertThat(said()).contains("✘ Sign").contains("does not hold: it fits").doesNotContain("Exception");
    }

    @Test
    void endsWhenAFileCannotBeRead() {
        Story story = story(Language.VI);
        assertThatThrownBy(() -> story.step("Đọc", "Read", () -> {
                    throw new UncheckedIOException(new IOException("gone"));
                }))
                .isInstanceOf(StoryEnded.class);
        assertThat(story.conclude()).isFalse();
    }

    @Test
    void concludesWithEveryClaim() {
        Story story = story(Language.VI);
        story.check(true, "một", "one");
        story.check(true, "hai", "two");
        assertThat(story.conclude()).isTrue();
        assertThat(said()).contains("   1  ✔  một").contains("   2  ✔  hai");
    }

    private Story story(Language language) {
        return new Story(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                language,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
