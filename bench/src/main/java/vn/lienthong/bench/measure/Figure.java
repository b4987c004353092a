package vn.lienthong.bench.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one measurement gave.
 *
 * @param operations that ended within the time
 * @param wall from the start of the first to the end of the last
 * @param cpu of the processes that were measured
 * @param databaseCpu of the database, apart
 * @param allocated octets that were taken from the heap, if that is known
 * @param p50 half of the operations took no longer
 * @param p99 of a hundred operations, 99 took no longer
 */
public record Figure(
        long operations,
        Duration wall,
        Duration cpu,
        Duration databaseCpu,
        OptionalLong allocated,
        Duration p50,
        Duration p99) {
    private static final double KIB = 1024;

    /** @param nanos how long each operation took */
    static Figure of(long[] nanos, Duration wall, Watch.Reading used) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figure(
                sorted.length,
                wall,
                used.cpu(),
                used.databaseCpu(),
                used.allocated(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.99));
    }

    /** The same with each operation counted as so many: the items of a request. */
    public Figure counting(int items) {
        return new Figure(operations * items, wall, cpu, databaseCpu, allocated, p50, p99);
    }

    /** What one operation took from the heap, in KiB. */
    public OptionalDouble allocatedKib() {
        return allocated.isEmpty() || operations == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(allocated.getAsLong() / KIB / operations);
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
