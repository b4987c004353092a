package vn.lienthong.exchange.application.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");

    private final Recent<String, Integer> recent = new Recent<>(Duration.ofSeconds(2));

    @Test
    void knowsForAMomentOnly() {
        recent.remember("a", 1, NOW);
        assertThat(recent.find("a", NOW)).contains(1);
        assertThat(recent.find("a", NOW.plusMillis(1_999))).contains(1);
        assertThat(recent.find("a", NOW.plusSeconds(2))).isEmpty();
        assertThat(recent.find("b", NOW)).isEmpty();
    }

    @Test
    void knowsNothingUnderAClockThatWasSetBack() {
        recent.remember("a", 1, NOW);
        assertThat(recent.find("a", NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void forgetsWhatItIsToldTo() {
        recent.remember("a", 1, NOW);
        recent.forget("a");
        assertThat(recent.find("a", NOW)).isEmpty();
    }

    @Test
    void forgetsAllThatAreSo() {
        recent.remember("a", 1, NOW);
        recent.remember("b", 2, NOW);
        recent.remember("c", 1, NOW);
        recent.forgetAll(value -> value == 1);
        assertThat(recent.find("a", NOW)).isEmpty();
        assertThat(recent.find("b", NOW)).contains(2);
        assertThat(recent.find("c", NOW)).isEmpty();
    }

    @Test
    void staysSmall() {
        recent.remember("first", 0, NOW);
        for (int i = 0; i < Recent.MOST; i++) {
            recent.remember("k" + i, i, NOW);
        }
        assertThat(recent.find("first", NOW)).isEmpty();
        assertThat(recent.find("k" + (Recent.MOST - 1), NOW)).isPresent();
    }
}
