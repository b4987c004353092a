package vn.lienthong.bench.measure;

/**
 * Whose CPU time is counted.
 *
 * @param subject what is measured: the server, its HSM in process, or this process where the work is done here
 * @param database the database's processes, counted apart
 */
public record Watch(CpuClock subject, CpuClock database) {

    /** Work that is done in this process, without a database. */
    public static Watch own() {
        return new Watch(CpuClock.own(), CpuClock.none());
    }
}
