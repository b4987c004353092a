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
 * @param settled after how many unmeasured operations the just-in-time compilers of both sides have settled
 * @param patience how long is waited for that at most
 */
public record Measurement(Duration warmUp, Duration duration, int settled, Duration patience) {

    /** Of work whose compilers are not waited for. */
    public Measurement(Duration warmUp, Duration duration) {
        this(warmUp, duration, 0, Duration.ZERO);
    }

    /** The same for work that needs longer to settle, or to be counted. */
    public Measurement times(int factor) {
        return new Measurement(
                warmUp.multipliedBy(factor), duration.multipliedBy(factor), settled, patience.multipliedBy(factor));
    }

    /** The same for work whose operations are so many times larger than what the compilers have to see. */
    public Measurement ofLarge(int factor) {
        return new Measurement(warmUp, duration, settled / factor, patience);
    }

    /** The figure of {@code count} threads, each with an operation of its own. The first fault of any of them is thrown. */
    public Figure of(int count, Watch watch, Workers workers) throws Exception {
        List<Operation> operations = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(count)) {
            for (int worker = 0; worker < count; worker++) {
                operations.add(workers.operation(worker));
            }
            warmUp(executor, operations);
            Watch.Reading before = watch.read();
            long begin = System.nanoTime();
            long[] nanos = together(executor, operations, duration);
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            return Figure.of(nanos, wall, watch.read().since(before));
        } finally {
            operations.forEach(Operation::close);
        }
    }

    private void warmUp(ExecutorService executor, List<Operation> operations) throws Exception {
        long latest = System.nanoTime() + patience.toNanos();
        int done = 0;
        do {
            done += together(executor, operations, warmUp).length;
        } while (done < settled && System.nanoTime() < latest);
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
