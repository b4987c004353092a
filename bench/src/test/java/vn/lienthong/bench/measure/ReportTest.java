package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

class ReportTest {
    private static final Figure FIGURE = new Figure(
            1_000,
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            OptionalLong.of(4_096_000),
            Duration.ofMillis(1),
            Duration.ofMillis(3));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void printsCpuTimeFirstAndRatiosToTheLimit() {
        Report report = report(Language.EN);
        report.table().heading(new Text("Ký", "Signing"));
        assertThat(report.row(new Text("tên", "name"), new Limit(250, 1_000), () -> FIGURE))
                .contains(FIGURE);
        assertThat(text()).contains("Signing").contains("CPU µs/op   DB µs/op   heap KiB      ops/s");
        assertThat(text()).containsPattern("name +500\\.0 +100\\.0 +4\\.0 +500\\.0 +1\\.00 +3\\.00 +2\\.00 +0\\.50");
        assertThat(report.table().faults()).isZero();
    }

    @Test
    void aFaultIsToldCountedAndDoesNotEndTheRun() {
        Report report = report(Language.VI);
        assertThat(report.row(new Text("tên", "name"), null, () -> {
                    throw new IOException("HTTP 503\nbusy");
                }))
                .isEmpty();
        report.row(new Text("sau", "next"), null, () -> FIGURE);
        assertThat(report.table().faults()).isOne();
        assertThat(text()).containsPattern("tên +HỎNG: .*HTTP 503 busy").containsPattern("sau .* mốc +mốc");
    }

    @Test
    void saysOfEachTargetWhetherItHoldsAndAFaultReachesNone() {
        Report report = report(Language.EN);
        Limit limit = new Limit(400, 1_000);
        report.row(
                new Text("một", "one"),
                limit,
                List.of(Target.cpuMillis(0.5), Target.shareOf(limit, 0.85), Target.above(limit, 0.15)),
                () -> FIGURE);
        report.row(
                new Text("hai", "two"),
                limit,
                List.of(Target.garbageMib(0.003), Target.garbageAsOf(FIGURE)),
                () -> FIGURE);
        report.row(new Text("ba", "three"), limit, List.of(Target.cpuMillis(9)), () -> {
            throw new IOException("gone");
        });
        report.printTargets();
        assertThat(text().lines().filter(line -> line.contains("≤")))
                .satisfiesExactly(
                        line -> assertThat(line).matches(" +one +0\\.50 ms +≤ 0\\.50 ms +holds"),
                        line -> assertThat(line).matches(" +one +0\\.50 ms +≤ 0\\.85 of the limit: 0\\.47 ms +MISSES"),
                        line -> assertThat(line).matches(" +one +0\\.50 ms +≤ C_Sign \\+ 0\\.15 ms: 0\\.55 ms +holds"),
                        line -> assertThat(line).matches(" +two +4 KiB +≤ 3 KiB +MISSES"),
                        line -> assertThat(line).matches(" +two +4 KiB +≤ 2 × the small one: 8 KiB +holds"),
                        line -> assertThat(line).matches(" +three +– +≤ 9\\.00 ms +MISSES"));
        assertThat(text()).contains("3 of 6 targets are reached.");
        assertThat(report.table().faults()).isOne();
    }

    @Test
    void aFigureWhoseGarbageIsUnknownReachesNoTargetOfGarbage() {
        Figure silent = new Figure(
                1, Duration.ZERO, Duration.ZERO, Duration.ZERO, OptionalLong.empty(), Duration.ZERO, Duration.ZERO);
        assertThat(Target.garbageMib(1_000).isReachedBy(silent)).isFalse();
        assertThat(Target.garbageAsOf(silent).isReachedBy(FIGURE)).isFalse();
    }

    private Report report(Language language) {
        return new Report(new Table(new PrintStream(out, true, StandardCharsets.UTF_8), language));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
