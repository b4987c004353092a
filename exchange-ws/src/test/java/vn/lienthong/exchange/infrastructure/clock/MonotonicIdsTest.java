package vn.lienthong.exchange.infrastructure.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MonotonicIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:30.250Z");

    @Test
    void carriesVersionVariantAndTime() {
        UUID id = ids(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void growsWithinOneMillisecondBeyondItsCounter() {
        MonotonicIds ids = ids(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next().toString());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void growsWhenTheClockStepsBack() {
        SteppingClock clock = new SteppingClock();
        MonotonicIds ids = ids(clock);
        String before = ids.next().toString();
        clock.now = NOW.minusSeconds(3600);
        assertThat(ids.next().toString()).isGreaterThan(before);
    }

    private static MonotonicIds ids(Clock clock) {
        return new MonotonicIds(clock, new SecureRandom());
    }

    private static final class SteppingClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
