package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

class ReportTest {
    private static final Figure FIGURE = new Figure(
            1_000,
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofMillis(1),
            Duration.ofMillis(3));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void printsCpuTimeFirstAndRatiosToTheLimit() {
        Report report = report(Language.EN);
        report.table().heading(new Text("Ký", "Signing"));
        assertThat(report.row(new Text("tên", "name"), new Limit(250, 1_000), () -> FIGURE))
                .contains(FIGURE);
        assertThat(text()).contains("Signing").contains("CPU µs/op   DB µs/op      ops/s");
        assertThat(text()).containsPattern("name +500\\.0 +100\\.0 +500\\.0 +1\\.00 +3\\.00 +2\\.00 +0\\.50");
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

    private Report report(Language language) {
        return new Report(new Table(new PrintStream(out, true, StandardCharsets.UTF_8), language));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
