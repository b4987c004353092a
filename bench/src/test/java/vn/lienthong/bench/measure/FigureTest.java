package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void quantilesAreNearestRanks() {
        long[] hundred = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();
        Figure figure = Figure.of(hundred, Duration.ofSeconds(2), used(10, 20, OptionalLong.of(204_800)));
        assertThat(figure.p50()).isEqualTo(Duration.ofNanos(50));
        assertThat(figure.p99()).isEqualTo(Duration.ofNanos(99));
        assertThat(figure.rate()).isEqualTo(50);
        assertThat(figure.cpuMicros()).isEqualTo(100);
        assertThat(figure.databaseMicros()).isEqualTo(200);
        assertThat(figure.allocatedKib()).hasValue(2);
        assertThat(figure.counting(2).allocatedKib()).hasValue(1);
    }

    @Test
    void theLimitIsTheBestOfEach() {
        Figure cheap = figure(10, 1);
        Figure fast = figure(100, 50);
        Limit limit = Limit.of(cheap, fast);
        assertThat(limit.cpuMicros()).isEqualTo(cheap.cpuMicros());
        assertThat(limit.rate()).isEqualTo(fast.rate());
    }

    @Test
    void nothingDoneHasNoCost() {
        assertThat(figure(0, 1).cpuMicros()).isNaN();
        assertThat(figure(0, 1).allocatedKib()).isEmpty();
    }

    private static Figure figure(int operations, int cpuMillis) {
        return Figure.of(new long[operations], Duration.ofSeconds(1), used(cpuMillis, 0, OptionalLong.empty()));
    }

    private static Watch.Reading used(int cpuMillis, int databaseMillis, OptionalLong allocated) {
        return new Watch.Reading(Duration.ofMillis(cpuMillis), Duration.ofMillis(databaseMillis), allocated);
    }
}
