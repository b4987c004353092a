package vn.lienthong.bench.measure;

import java.time.Duration;
import java.util.Arrays;

/**
 * What one measurement gave.
 *
 * @param operations that ended within the time
 * @param wall from the start of the first to the end of the last
 * @param cpu of the processes that were measured
 * @param databaseCpu of the database, apart
 * @param p50 half of the operations took no longer
 * @param p99 of a hundred operations, 99 took no longer
 */
public record Figure(long operations, Duration wall, Duration cpu, Duration databaseCpu, Duration p50, Duration p99) {

    /** @param nanos how long each operation took */
    static Figure of(long[] nanos, Duration wall, Duration cpu, Duration databaseCpu) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figure(sorted.length, wall, cpu, databaseCpu, quantile(sorted, 0.5), quantile(sorted, 0.99));
    }

    /** The same with each operation counted as so many: the items of a request. */
    public Figure counting(int items) {
        return new Figure(operations * items, wall, cpu, databaseCpu, p50, p99);
    }

    /** CPU time of one operation, in microseconds. */
    public double cpuMicros() {
        return micros(cpu);
    }

    /** The database's CPU time of one operation, in microseconds. */
    public double databaseMicros() {
        return micros(databaseCpu);
    }

    /** Operations a second. */
    public double rate() {
        return operations / (wall.toNanos() / 1e9);
    }

    private double micros(Duration used) {
        return operations == 0 ? Double.NaN : used.toNanos() / 1e3 / operations;
    }

    /** Nearest rank. */
    private static Duration quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(sorted.length * share);
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[Math.max(0, rank - 1)]);
    }
}
