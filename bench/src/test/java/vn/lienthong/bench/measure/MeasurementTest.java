package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private final Measurement measurement = new Measurement(Duration.ofMillis(20), Duration.ofMillis(120));

    @Test
    void countsWhatEndedWithinTheTimeAndNotTheWarmUp() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Figure figure = measurement.of(2, Watch.own(), worker -> () -> {
            Thread.sleep(5);
            runs.incrementAndGet();
        });
        assertThat(figure.operations()).isBetween(4L, 50L).isLessThan(runs.get());
        assertThat(figure.wall()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(figure.p50()).isGreaterThanOrEqualTo(Duration.ofMillis(5));
        assertThat(figure.p99()).isGreaterThanOrEqualTo(figure.p50());
    }

    @Test
    void countsTheCpuTimeOfWhatIsWatchedAndOfTheDatabaseApart() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CpuClock clock = () -> Duration.ofMillis(100L * asked.getAndIncrement());
        Figure figure = measurement.of(1, new Watch(clock, CpuClock.none()), worker -> () -> Thread.sleep(40));
        assertThat(figure.cpu()).isEqualTo(Duration.ofMillis(100));
        assertThat(figure.databaseCpu()).isZero();
        assertThat(figure.allocated()).isEmpty();
        assertThat(figure.cpuMicros()).isEqualTo(100_000.0 / figure.operations());
        assertThat(figure.counting(50).cpuMicros()).isEqualTo(2_000.0 / figure.operations());
    }

    @Test
    void waitsUntilTheCompilersHaveNextToNothingLeftToDo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CpuClock subject = () -> Duration.ofMillis(1_000L * asked.incrementAndGet());
        AtomicInteger askedOfCompilers = new AtomicInteger();
        // two readings a round; the third round is the first without compilers
        CpuClock compilers = () -> Duration.ofMillis(500L * Math.min(askedOfCompilers.getAndIncrement(), 4));
        AtomicInteger runs = new AtomicInteger();
        new Measurement(Duration.ofMillis(1), Duration.ofMillis(1), 0, Duration.ZERO, Duration.ofMinutes(1))
                .of(1, new Watch(subject, CpuClock.none(), AllocationClock.none(), compilers), worker -> () -> {
                    runs.incrementAndGet();
                    Thread.sleep(5);
                });
        assertThat(runs).hasValue(4);
    }

    @Test
    void countsWhatItsOwnThreadsTakeFromTheHeap() throws Exception {
        Figure figure = measurement.of(2, Watch.own(), worker -> () -> {
            byte[] garbage = new byte[100 << 10];
            Thread.sleep(garbage.length >> 15);
        });
        assertThat(figure.allocatedKib().orElseThrow()).isBetween(100.0, 150.0);
    }

    @Test
    void throwsTheFirstFaultAndClosesEveryWorker() {
        AtomicInteger closed = new AtomicInteger();
        assertThatThrownBy(() -> measurement.of(3, Watch.own(), worker -> new Operation() {
                    @Override
                    public void run() throws IOException {
                        if (worker == 1) {
                            throw new IOException("broken");
                        }
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
        assertThat(closed).hasValue(3);
    }
}
