package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void quantilesAreNearestRanks() {
        long[] hundred = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();
        Figure figure = Figure.of(hundred, Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(20));
        assertThat(figure.p50()).isEqualTo(Duration.ofNanos(50));
        assertThat(figure.p99()).isEqualTo(Duration.ofNanos(99));
        assertThat(figure.rate()).isEqualTo(50);
        assertThat(figure.cpuMicros()).isEqualTo(100);
        assertThat(figure.databaseMicros()).isEqualTo(200);
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
    }

    private static Figure figure(int operations, int cpuMillis) {
        return Figure.of(new long[operations], Duration.ofSeconds(1), Duration.ofMillis(cpuMillis), Duration.ZERO);
    }
}
