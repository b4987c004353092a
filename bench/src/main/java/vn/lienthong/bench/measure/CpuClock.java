package vn.lienthong.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** CPU time that processes have used so far, user and system together. */
@FunctionalInterface
public interface CpuClock {
    /** Linux counts in hundredths of a second for every program (USER_HZ). */
    long TICK_NANOS = 10_000_000;

    Duration used();

    /** This process. */
    static CpuClock own() {
        return ofProcesses(List.of(ProcessHandle.current().pid()));
    }

    /** These processes together; one that has ended counts no more. */
    static CpuClock ofProcesses(List<Long> pids) {
        return () -> Duration.ofNanos(pids.stream().mapToLong(CpuClock::ticks).sum() * TICK_NANOS);
    }

    private static long ticks(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        try {
            String text = Files.readString(stat);
            // fields 14 and 15 (utime, stime), counted behind the name, which may hold spaces: proc(5)
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
