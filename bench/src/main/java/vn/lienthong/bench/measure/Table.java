package vn.lienthong.bench.measure;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** Prints figures, CPU time an operation first, and each as a ratio to its limit. Not thread-safe. */
public final class Table {
    private static final Text COLUMNS = new Text(
            String.format(
                    Locale.ROOT,
                    "  %-56s %11s %10s %10s %10s %9s %9s %7s %7s",
                    "",
                    "CPU µs/lượt",
                    "CSDL µs",
                    "heap KiB",
                    "lượt/giây",
                    "p50 ms",
                    "p99 ms",
                    "CPU ×",
                    "tốc độ×"),
            String.format(
                    Locale.ROOT,
                    "  %-56s %11s %10s %10s %10s %9s %9s %7s %7s",
                    "",
                    "CPU µs/op",
                    "DB µs/op",
                    "heap KiB",
                    "ops/s",
                    "p50 ms",
                    "p99 ms",
                    "CPU ×",
                    "rate ×"));
    private static final Text TARGETS = new Text(
            "Mục tiêu mỗi lượt: thời gian CPU của máy chủ (gồm SoftHSM), hoặc bộ nhớ cấp phát",
            "Targets an operation: CPU time of the server (SoftHSM in it), or memory taken");
    private static final Text REACHED = new Text("đạt", "holds");
    private static final Text MISSED = new Text("CHƯA ĐẠT", "MISSES");
    private static final Text LIMIT = new Text("mốc", "limit");
    private static final Text FAULT = new Text("HỎNG", "FAULT");

    private final PrintStream out;
    private final Language language;
    private int faults;

    public Table(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** What is measured in this table, and the names of its columns. */
    public void heading(Text title) {
        out.println();
        out.println(title.in(language));
        out.println(COLUMNS.in(language));
    }

    /**
     * One row; the ratios are to {@code limit}: how often its CPU time, and which share of its rate. Null where this row is
     * what others are measured against.
     */
    public void row(Text name, Figure figure, @Nullable Limit limit) {
        out.printf(
                Locale.ROOT,
                "  %-56s %11.1f %10s %10s %10.1f %9.2f %9.2f %7s %7s%n",
                name.in(language),
                figure.cpuMicros(),
                figure.databaseCpu().isZero() ? "–" : decimal(1, figure.databaseMicros()),
                figure.allocatedKib().isEmpty()
                        ? "–"
                        : decimal(1, figure.allocatedKib().getAsDouble()),
                figure.rate(),
                figure.p50().toNanos() / 1e6,
                figure.p99().toNanos() / 1e6,
                limit == null ? LIMIT.in(language) : decimal(2, figure.cpuMicros() / limit.cpuMicros()),
                limit == null ? LIMIT.in(language) : decimal(2, figure.rate() / limit.rate()));
    }

    /** A row whose operation failed; the whole run is not in order then. */
    public void fault(Text name, String reason) {
        faults++;
        out.printf(
                Locale.ROOT, "  %-56s %s: %s%n", name.in(language), FAULT.in(language), reason.replaceAll("\\s+", " "));
    }

    /** What rows were to reach, what they have, and whether that holds. */
    void targets(List<Targets.Judged> judged) {
        out.println();
        out.println(TARGETS.in(language));
        for (Targets.Judged one : judged) {
            out.printf(
                    Locale.ROOT,
                    "  %-56s %11s   ≤ %-30s %s%n",
                    one.row().in(language),
                    one.figure().map(one.target()::measured).orElse("–"),
                    one.target().words().in(language),
                    (one.holds() ? REACHED : MISSED).in(language));
        }
        long reached = judged.stream().filter(Targets.Judged::holds).count();
        note(new Text(
                "Đạt " + reached + " trên " + judged.size() + " mục tiêu.",
                reached + " of " + judged.size() + " targets are reached."));
    }

    /** A line of explanation. */
    public void note(Text text) {
        out.println("  " + text.in(language));
    }

    /** How many rows are faults. */
    public int faults() {
        return faults;
    }

    private static String decimal(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
