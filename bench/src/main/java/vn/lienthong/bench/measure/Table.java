package vn.lienthong.bench.measure;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints figures, CPU time an operation first, and each as a ratio to the limit above it. Not thread-safe. */
public final class Table {
    private final PrintStream out;

    public Table(PrintStream out) {
        this.out = out;
    }

    /** A heading and the names of the columns. */
    public void heading(String title) {
        out.println();
        out.println(title);
        out.printf(
                Locale.ROOT, "  %-58s %12s %10s %10s %9s %9s%n", "", "CPU µs/op", "ops/s", "p99 ms", "CPU ×", "rate ×");
    }

    /** One row; the ratios are to {@code limit}: how often its CPU time, and which share of its rate. */
    public void row(String name, Figure figure, @Nullable Figure limit) {
        out.printf(
                Locale.ROOT,
                "  %-58s %12.1f %10.1f %10.2f %9s %9s%n",
                name,
                figure.cpuMicros(),
                figure.rate(),
                figure.p99().toNanos() / 1e6,
                limit == null ? "limit" : String.format(Locale.ROOT, "%.2f", figure.cpuMicros() / limit.cpuMicros()),
                limit == null ? "limit" : String.format(Locale.ROOT, "%.2f", figure.rate() / limit.rate()));
    }

    /** A line of explanation. */
    public void note(String text) {
        out.println("  " + text);
    }
}
