package vn.lienthong.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * Runs workers for a while, first unmeasured and then measured.
 *
 * @param warmUp time before anything counts: the just-in-time compilers of both sides settle
 * @param duration measured time; the whole ends by itself
 */
public record Measurement(Duration warmUp, Duration duration) {

    /** The figure of {@code workers} threads, each with an operation of its own. */
    public Figure of(int workers, CpuClock cpu, IntFunction<Operation> operationOfWorker) throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            operations.add(operationOfWorker.apply(worker));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
            together(executor, operations, warmUp);
            Duration cpuBefore = cpu.used();
            long begin = System.nanoTime();
            long[] nanos = together(executor, operations, duration);
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            return new Figure(nanos.length, wall, cpu.used().minus(cpuBefore), p99(nanos));
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
                all = LongStream.concat(all, Arrays.stream(future.get()));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return all.toArray();
    }

    private static long[] until(long end, Operation operation) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long begin = System.nanoTime();
        while (begin < end) {
            operation.run();
            long now = System.nanoTime();
            nanos.add(now - begin);
            begin = now;
        }
        return nanos.build().toArray();
    }

    private static Duration p99(long[] nanos) {
        if (nanos.length == 0) {
            return Duration.ZERO;
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.99))]);
    }
}
