package vn.lienthong.bench.measure;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Whose CPU time and memory is counted.
 *
 * @param subject what is measured: the server, its HSM in process, or this process where the work is done here
 * @param database the database's processes, counted apart
 * @param allocation of the subject
 * @param compilers the subject's just-in-time compilers, counted in it too
 */
public record Watch(CpuClock subject, CpuClock database, AllocationClock allocation, CpuClock compilers) {

    /** Work whose garbage nobody counts, and whose compilers nobody waits for. */
    public Watch(CpuClock subject, CpuClock database) {
        this(subject, database, AllocationClock.none(), CpuClock.none());
    }

    /** Work that is done in this process, without a database. */
    public static Watch own() {
        return new Watch(
                CpuClock.own(),
                CpuClock.none(),
                AllocationClock.own(),
                CpuClock.ofCompilers(ProcessHandle.current().pid()));
    }

    /** What was used so far. */
    Reading read() {
        return new Reading(subject.used(), database.used(), allocation.allocated());
    }

    /** @param allocated octets, if they are told */
    record Reading(Duration cpu, Duration databaseCpu, OptionalLong allocated) {

        Reading since(Reading begin) {
            return new Reading(
                    cpu.minus(begin.cpu),
                    databaseCpu.minus(begin.databaseCpu),
                    allocated.isPresent() && begin.allocated.isPresent()
                            ? OptionalLong.of(allocated.getAsLong() - begin.allocated.getAsLong())
                            : OptionalLong.empty());
        }
    }
}
