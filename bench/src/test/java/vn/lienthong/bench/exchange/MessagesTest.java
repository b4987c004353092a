package vn.lienthong.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 8, 0);

    @Test
    void eachIsAboutAsLongAsAskedAndHasANumberOfItsOwnEverywhere() {
        Messages messages = Messages.of(10_000, "DO-1", NOW);
        Set<String> seen = new HashSet<>();
        for (int i = 1; i <= 20; i++) {
            String text = new String(messages.next(), StandardCharsets.UTF_8);
            assertThat(text.length()).isBetween(9_000, 11_000);
            String number = Integer.toString(100_000_000 + i);
            assertThat(text)
                    .contains("000.00.00.H03,2026/11/30," + number + "/DO-1")
                    .contains("<edXML:CodeNumber>" + number + "<")
                    .doesNotContain("100000000");
            assertThat(seen.add(text)).isTrue();
        }
    }
}
