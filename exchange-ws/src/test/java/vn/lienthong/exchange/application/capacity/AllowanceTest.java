package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Pace PACE = new Pace(1000, Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final Allowance allowance = new Allowance(PACE, 0);

    @Test
    void oneOctetASecondUsesUpTheGraceAndNoMore() {
        int second = 0;
        while (!allowance.isUsedUp(second * SECOND)) {
            second++;
            allowance.moved(SECOND, 1);
        }
        assertThat(second).isEqualTo(11);
    }

    @Test
    void thePaceItselfLastsUntilTheDeadline() {
        for (int second = 1; second <= 60; second++) {
            allowance.moved(SECOND, 1000);
            assertThat(allowance.isUsedUp(second * SECOND)).isFalse();
        }
        assertThat(allowance.isUsedUp(61 * SECOND)).isTrue();
    }

    @Test
    void aGigabyteAtOnceBuysNoLongerSilence() {
        allowance.moved(0, 1 << 30);

        assertThat(allowance.until(5 * SECOND, 0)).isEqualTo(15 * SECOND);
    }

    @Test
    void aWaitEndsAtTheDeadlineWhateverIsToMove() {
        assertThat(allowance.until(55 * SECOND, 1 << 20)).isEqualTo(60 * SECOND);
        assertThat(allowance.until(0, 2000)).isEqualTo(12 * SECOND);
    }

    @Test
    void whoBecomesKnownHasThatTime() {
        allowance.moved(9 * SECOND, 0);
        allowance.change(new Pace(1000, Duration.ofSeconds(10), Duration.ofSeconds(600)));

        assertThat(allowance.isUsedUp(61 * SECOND)).isFalse();
        assertThat(allowance.until(61 * SECOND, 0)).isEqualTo(71 * SECOND);
    }

    @Test
    void refusesAPaceThatLetsNothingThrough() {
        assertThatThrownBy(() -> new Pace(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
