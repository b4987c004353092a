package vn.lienthong.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Runs workers for a while, first unmeasured and then measured.
 *
 * @param warmUp time before anything counts: the just-in-time compilers of both sides settle
 * @param duration measured time; the whole ends by itself
 */
public record Measurement(Duration warmUp, Duration duration) {

    /** The same for work that needs longer to settle, or to be counted. */
    public Measurement times(int factor) {
        return new Measurement(warmUp.multipliedBy(factor), duration.multipliedBy(factor));
    }

    /** The figure of {@code count} threads, each with an operation of its own. The first fault of any of them is thrown. */
    public Figure of(int count, Watch watch, Workers workers) throws Exception {
        List<Operation> operations = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(count)) {
            for (int worker = 0; worker < count; worker++) {
                operations.add(workers.operation(worker));
            }
            together(executor, operations, warmUp);
            Duration cpu = watch.subject().used();
            Duration database = watch.database().used();
            long begin = System.nanoTime();
            long[] nanos = together(executor, operations, duration);
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            return Figure.of(
                    nanos,
                    wall,
                    watch.subject().used().minus(cpu),
                    watch.database().used().minus(database));
        } finally {
            operations.forEach(Operation::close);
        }
    }

    private static long[] together(ExecutorService executor, List<Operation> operations, Duration duration)
            throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<long[]>> futures = new ArrayList<>();
        for (Operation operation : operations) {
            futures.add(executor.submit(() -> until(end, operation)));
        }
        LongStream all = LongStream.empty();
        for (Future<long[]> future : futures) {
            try {
                all = LongStream.concat(all, LongStream.of(future.get()));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return all.toArray();
    }

    /** At least once, however long it takes. */
    private static long[] until(long end, Operation operation) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long begin = System.nanoTime();
        do {
            operation.run();
            long now = System.nanoTime();
            nanos.add(now - begin);
            begin = now;
        } while (begin < end);
        return nanos.build().toArray();
    }
}
