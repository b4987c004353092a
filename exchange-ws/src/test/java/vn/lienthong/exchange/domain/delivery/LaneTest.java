package vn.lienthong.exchange.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Instant NOW = Instant.parse("2026-11-02T01:02:03Z");

    @Property
    void theMoreUrgentIsNeverBehindWhatCameWithIt(
            @ForAll @IntRange(max = 4) int less, @ForAll @IntRange(max = 4) int more) {
        if (less <= more) {
            assertThat(Lane.of(more).turn(NOW)).isBeforeOrEqualTo(Lane.of(less).turn(NOW));
        }
    }

    /** Whatever comes more than twelve hours later is behind it. */
    @Property
    void nothingStarves(
            @ForAll @IntRange(max = 4) int waiting,
            @ForAll @IntRange(max = 4) int later,
            @ForAll @LongRange(min = 43_201, max = 10_000_000) long seconds) {
        assertThat(Lane.of(waiting).turn(NOW)).isBefore(Lane.of(later).turn(NOW.plusSeconds(seconds)));
    }

    @Test
    void anImmediateMessageAtATimeIsTakenLikeAnImmediateOne() {
        assertThat(Lane.of(4)).isEqualTo(Lane.IMMEDIATE);
        assertThat(Lane.of(3).turn(NOW)).isEqualTo(NOW.minus(Duration.ofHours(12)));
        assertThat(Lane.of(0).turn(NOW)).isEqualTo(NOW);
    }
}
