package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.application.capacity.StrangersPace.Rate;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class StrangersPaceTest {
    private Instant now = Instant.parse("2026-11-30T01:00:00Z");
    private final StrangersPace pace = new StrangersPace(new Rate(10, 2), new Rate(25, 5), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aSourceHasSomeAtOnceAndThenAPace() {
        take("a", 10, 1);
        assertRefused("a", 1, Duration.ofSeconds(1));
        now = now.plusMillis(500);
        take("a", 1, 1);
        assertRefused("a", 1, Duration.ofSeconds(1));
        now = now.plusSeconds(3600);
        take("a", 10, 1);
        assertRefused("a", 1, Duration.ofSeconds(1));
    }

    @Test
    void oneDoesNotTakeFromTheOtherUntilAllDo() {
        take("a", 10, 1);
        take("b", 10, 1);
        take("c", 5, 1);
        assertRefused("c", 1, Duration.ofSeconds(1));
        assertRefused("d", 5, Duration.ofSeconds(1));
        assertRefused("d", 10, Duration.ofSeconds(2));
    }

    @Test
    void whatCostsMoreWaitsLonger() {
        take("a", 2, 5);
        assertRefused("a", 5, Duration.ofSeconds(3));
        now = now.plusSeconds(3);
        take("a", 1, 5);
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        take("a", 10, 1);
        now = now.minusSeconds(100);
        assertRefused("a", 1, Duration.ofSeconds(1));
    }

    private void take(String source, int times, int cost) {
        for (int i = 0; i < times; i++) {
            pace.take(source, cost);
        }
    }

    private void assertRefused(String source, int cost, Duration retryAfter) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> pace.take(source, cost))
                .satisfies(refused -> {
                    assertThat(refused.failure().code()).isEqualTo(FailureCode.RATE_LIMITED);
                    assertThat(refused.failure().retryAfter()).isEqualTo(retryAfter);
                });
    }
}
