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
 * @param warmUp time before anything counts, at least
 * @param duration measured time; the whole ends by itself
 * @param settled how many unmeasured operations there are at least, unless {@code patience} is over
 * @param patience how long is waited for them at most
 * @param compiling how long is waited at most until the just-in-time compilers have next to nothing left to do
 */
public record Measurement(Duration warmUp, Duration duration, int settled, Duration patience, Duration compiling) {
    /** What compilers may take of the CPU time: the figure is too high by as much. */
    private static final double NEXT_TO_NOTHING = 0.03;

    /** Of work whose compilers are not waited for. */
    public Measurement(Duration warmUp, Duration duration) {
        this(warmUp, duration, 0, Duration.ZERO, Duration.ZERO);
    }

    /** The same for work that needs longer to settle, or to be counted. */
    public Measurement times(int factor) {
        return new Measurement(
                warmUp.multipliedBy(factor),
                duration.multipliedBy(factor),
                settled,
                patience.multipliedBy(factor),
                compiling);
    }

    /** The same for work whose operations are so many times larger than what the compilers have to see. */
    public Measurement ofLarge(int factor) {
        return new Measurement(warmUp, duration, settled / factor, patience, compiling);
    }

    /** The figure of {@code count} threads, each with an operation of its own. The first fault of any of them is thrown. */
    public Figure of(int count, Watch watch, Workers workers) throws Exception {
        List<Operation> operations = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(count)) {
            for (int worker = 0; worker < count; worker++) {
                operations.add(workers.operation(worker));
            }
            warmUp(executor, operations, watch);
            Watch.Reading before = watch.read();
            long begin = System.nanoTime();
            long[] nanos = together(executor, operations, duration);
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            return Figure.of(nanos, wall, watch.read().since(before));
        } finally {
            operations.forEach(Operation::close);
        }
    }

    private void warmUp(ExecutorService executor, List<Operation> operations, Watch watch) throws Exception {
        long begin = System.nanoTime();
        int done = 0;
        boolean compile;
        Duration waited;
        do {
            Duration all = watch.subject().used();
            Duration compilers = watch.compilers().used();
            done += together(executor, operations, warmUp).length;
            compile = watch.compilers().used().minus(compilers).toNanos()
                    > NEXT_TO_NOTHING * watch.subject().used().minus(all).toNanos();
            waited = Duration.ofNanos(System.nanoTime() - begin);
        } while (done < settled && waited.compareTo(patience) < 0 || compile && waited.compareTo(compiling) < 0);
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
