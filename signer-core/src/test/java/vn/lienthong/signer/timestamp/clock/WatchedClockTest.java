package vn.lienthong.signer.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.timestamp.TrustedTime.Reading;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison;

/** RFC 3161 §2.1: an authority uses a trustworthy source of time, and notices when it is none. */
class WatchedClockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:30Z");
    private static final Comparison RIGHT = measured(20, 5);
    private static final Comparison WRONG = measured(-700, 5);
    private static final Comparison SILENT = new Comparison.Unknown("does not answer");

    private Instant wall = NOW;
    private Duration passed = Duration.ZERO;
    private List<Comparison> answers = List.of();

    @Test
    void hasNoTimeBeforeTheFirstComparison() {
        notAvailable(watching(RIGHT), "not compared yet");
    }

    @Test
    void hasTheTimeOnceItWasFoundRight() {
        WatchedClock clock = watching(RIGHT);
        clock.compare();
        known(clock);
        elapse(Duration.ofSeconds(100));
        known(clock);
    }

    @Test
    void stopsWhenItDrifts() {
        WatchedClock clock = watching(RIGHT);
        clock.compare();
        answers = List.of(WRONG);
        clock.compare();
        notAvailable(clock, "-700 ms");
        answers = List.of(RIGHT);
        clock.compare();
        known(clock);
    }

    @Test
    void doesNotBelieveAMeasurementThatIsTooCoarse() {
        WatchedClock clock = watching(measured(0, 600));
        clock.compare();
        notAvailable(clock, "600 ms");
    }

    @Test
    void stopsAtOnceWhenItWasSet() {
        for (Duration step : List.of(Duration.ofSeconds(-2), Duration.ofSeconds(2))) {
            WatchedClock clock = watching(RIGHT);
            clock.compare();
            elapse(Duration.ofSeconds(3));
            wall = wall.plus(step);
            notAvailable(clock, "was set by 2000 ms");
        }
    }

    @Test
    void believesTheLastComparisonForAWhileWhenNobodyAnswers() {
        WatchedClock clock = watching(RIGHT);
        clock.compare();
        answers = List.of(SILENT);
        elapse(Duration.ofSeconds(200));
        clock.compare();
        known(clock);
        elapse(Duration.ofSeconds(101));
        clock.compare();
        notAvailable(clock, "not found right for 301 s");
    }

    @Test
    void neverStartsWhileNobodyAnswers() {
        WatchedClock clock = watching(SILENT);
        clock.compare();
        notAvailable(clock, "does not answer");
    }

    @Test
    void goesByTheMajority() {
        WatchedClock clock = watching(RIGHT, WRONG, RIGHT);
        clock.compare();
        known(clock);
        answers = List.of(WRONG, WRONG, RIGHT);
        clock.compare();
        notAvailable(clock, "-700 ms");
        answers = List.of(RIGHT, SILENT, SILENT);
        clock.compare();
        notAvailable(clock, "does not answer");
        answers = List.of(RIGHT, SILENT, RIGHT);
        clock.compare();
        known(clock);
    }

    @Test
    void twoSourcesHaveToAgree() {
        WatchedClock clock = watching(RIGHT, WRONG);
        clock.compare();
        notAvailable(clock, "-700 ms");
    }

    @Test
    void isNotWatchedByNobody() {
        assertThatIllegalArgumentException().isThrownBy(this::watching);
    }

    private void elapse(Duration time) {
        wall = wall.plus(time);
        passed = passed.plus(time);
    }

    private WatchedClock watching(Comparison... first) {
        answers = Arrays.asList(first);
        List<TimeSource> sources = new java.util.ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            int index = i;
            sources.add(new TimeSource() {
                @Override
                public Comparison compare() {
                    return answers.get(index);
                }

                @Override
                public String name() {
                    return "source " + index;
                }
            });
        }
        InstantSource now = () -> wall;
        return new WatchedClock(
                now.withZone(ZoneOffset.UTC),
                () -> passed.toNanos(),
                sources,
                Duration.ofMillis(500),
                Duration.ofSeconds(300));
    }

    private void known(WatchedClock clock) {
        assertThat(clock.now()).isEqualTo(new Reading.Known(wall));
    }

    private static void notAvailable(WatchedClock clock, String detail) {
        assertThat(clock.now())
                .isInstanceOfSatisfying(
                        Reading.NotAvailable.class,
                        none -> assertThat(none.detail()).contains(detail));
    }

    private static Comparison measured(long offsetMillis, long errorMillis) {
        return new Comparison.Measured(Duration.ofMillis(offsetMillis), Duration.ofMillis(errorMillis));
    }
}
