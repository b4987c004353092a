package vn.lienthong.bench.measure;

import java.time.Duration;

/**
 * What one measurement gave.
 *
 * @param operations that ended within the time
 * @param wall from the start of the first to the end of the last
 * @param cpu of the processes that were watched
 * @param p99 of the wall time of one operation
 */
public record Figure(long operations, Duration wall, Duration cpu, Duration p99) {

    /** CPU time of one operation, in microseconds. */
    public double cpuMicros() {
        return operations == 0 ? Double.NaN : cpu.toNanos() / 1e3 / operations;
    }

    /** Operations a second. */
    public double rate() {
        return operations / (wall.toNanos() / 1e9);
    }
}
