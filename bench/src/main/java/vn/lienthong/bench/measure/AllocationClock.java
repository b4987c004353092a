package vn.lienthong.bench.measure;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How many octets a process has taken from its heap so far: what its collector has to clear away. */
@FunctionalInterface
public interface AllocationClock {
    /** Empty where the process does not tell. */
    OptionalLong allocated();

    /** Of a process that does not tell. */
    static AllocationClock none() {
        return OptionalLong::empty;
    }

    /** This process, all its threads, those that have ended among them. */
    static AllocationClock own() {
        return () -> ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? OptionalLong.of(threads.getTotalThreadAllocatedBytes())
                : OptionalLong.empty();
    }
}
