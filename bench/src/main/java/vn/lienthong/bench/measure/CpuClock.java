package vn.lienthong.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** CPU time that processes have used so far, user and system together. */
@FunctionalInterface
public interface CpuClock {
    /** Linux counts in hundredths of a second for every program (USER_HZ). */
    long TICK_NANOS = 10_000_000;

    /** How Linux shows the names that HotSpot gives them: the first 15 letters. */
    Pattern COMPILER = Pattern.compile("\\d+ \\(C[12] Compiler");

    Duration used();

    /** Nobody's. */
    static CpuClock none() {
        return () -> Duration.ZERO;
    }

    /** This process. */
    static CpuClock own() {
        return ofProcess(ProcessHandle.current().pid());
    }

    /** That process, all its threads; once it has ended it counts no more. */
    static CpuClock ofProcess(long pid) {
        return () -> Duration.ofNanos(ticks(pid, false) * TICK_NANOS);
    }

    /** That process and its children, those that have ended among them: PostgreSQL has one for each connection. */
    static CpuClock ofProcessAndChildren(long pid) {
        return () -> {
            long children = ProcessHandle.of(pid).map(ProcessHandle::children).stream()
                    .flatMapToLong(all -> all.mapToLong(ProcessHandle::pid))
                    .flatMap(child -> LongStream.of(ticks(child, false)))
                    .sum();
            return Duration.ofNanos((children + ticks(pid, true)) * TICK_NANOS);
        };
    }

    /** The just-in-time compilers of that Java process; each is a thread that may end when there is nothing to do. */
    static CpuClock ofCompilers(long pid) {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        return () -> {
            long ticks = 0;
            try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
                for (Path thread : all) {
                    String text = text(thread.resolve("stat"));
                    if (COMPILER.matcher(text).lookingAt()) {
                        ticks += ticks(text, false);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // it has ended
                return Duration.ZERO;
            }
            return Duration.ofNanos(ticks * TICK_NANOS);
        };
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        return ticks(text(Path.of("/proc", Long.toString(pid), "stat")), withEndedChildren);
    }

    /** Nothing of what has ended. */
    private static String text(Path stat) {
        try {
            return Files.readString(stat);
        } catch (IOException e) {
            return "";
        }
    }

    private static long ticks(String text, boolean withEndedChildren) {
        if (text.isEmpty()) {
            return 0;
        }
        // fields 14 and 15 (utime, stime), 16 and 17 (those of children that were waited for), counted behind the name,
        // which may hold spaces: proc(5)
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }
}
