package vn.lienthong.exchange.domain.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void waitsLongerAfterEachFailureAndLocksInTheEnd() {
        Attempts attempts = Attempts.NONE;
        Instant now = NOW;
        Duration before = Duration.ZERO;
        for (int failure = 1; failure <= Attempts.MOST; failure++) {
            assertThat(attempts.permit(now)).as("try %d", failure).isTrue();
            attempts = attempts.failed(now);
            if (failure < 3) {
                assertThat(attempts.permit(now)).isTrue();
                continue;
            }
            Duration wait = Duration.between(now, attempts.barredUntil());
            assertThat(wait).isEqualTo(failure == 3 ? Duration.ofSeconds(30) : before.multipliedBy(2));
            assertThat(attempts.permit(now.plus(wait).minusNanos(1))).isFalse();
            before = wait;
            now = now.plus(wait);
        }
        assertThat(attempts.isLocked()).isTrue();
        assertThat(attempts.permit(now.plus(Duration.ofDays(3650)))).isFalse();
    }
}
