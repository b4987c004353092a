package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.failure.FailureException;

class FailedAttemptsTest {
    private static final String SOURCE = "192.0.2.1";

    private final Hand clock = new Hand();
    private final FailedAttempts attempts = new FailedAttempts(3, Duration.ofSeconds(5), Duration.ofHours(1), clock);

    @Test
    void slowsDownAfterAFewAndGoesOnByTheTime() {
        fail(SOURCE, 3);
        refuses(SOURCE, "x");

        clock.pass(Duration.ofSeconds(5));
        lets(SOURCE, "x");
        attempts.failed(SOURCE);
        refuses(SOURCE, "x");

        clock.pass(Duration.ofMinutes(10));
        fail(SOURCE, 3);
        refuses(SOURCE, "x");
    }

    @Test
    void slowsDownNobodyElse() {
        fail(SOURCE, 100);

        lets("192.0.2.2", "x");
    }

    @Test
    void letsWhoWasGoodLatelyThroughFromTheSameSource() {
        attempts.succeeded(SOURCE, "honest");
        fail(SOURCE, 100);

        lets(SOURCE, "honest");
        refuses(SOURCE, "another");

        clock.pass(Duration.ofMinutes(61));
        fail(SOURCE, 100);
        refuses(SOURCE, "honest");
    }

    @Test
    void remembersNoMoreThanItCanHold() {
        fail(SOURCE, 3);
        for (int i = 0; i < 10_000; i++) {
            attempts.failed("other " + i);
        }
        lets(SOURCE, "x");
    }

    private void fail(String source, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(source);
        }
    }

    private void lets(String source, String proof) {
        assertThatCode(() -> attempts.require(source, proof)).doesNotThrowAnyException();
    }

    private void refuses(String source, String proof) {
        assertThatThrownBy(() -> attempts.require(source, proof))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("rate-limited");
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-30T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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
    }
}
