package vn.lienthong.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.AllocationClock;
import vn.lienthong.bench.measure.CpuClock;
import vn.lienthong.bench.measure.Watch;

/**
 * The server that is measured, which runs for this alone.
 *
 * @param state its state folder
 * @param port of HTTP on the loopback address
 * @param pid its process
 * @param databasePid PostgreSQL's first process
 * @param allocation what it takes from its heap
 */
public record BenchServer(Path state, int port, long pid, long databasePid, AllocationClock allocation) {

    /** One that does not tell of its heap. */
    public BenchServer(Path state, int port, long pid, long databasePid) {
        this(state, port, pid, databasePid, AllocationClock.none());
    }

    /** The same, asked for what it takes from its heap. */
    public BenchServer attached() {
        return new BenchServer(state, port, pid, databasePid, ServerAllocation.of(pid));
    }

    /** The server, with its HSM in process; its database apart. */
    public Watch watch() {
        return new Watch(CpuClock.ofProcess(pid), database(), allocation, CpuClock.ofCompilers(pid));
    }

    public CpuClock database() {
        return CpuClock.ofProcessAndChildren(databasePid);
    }

    public HttpConnection connect() throws IOException {
        return new HttpConnection(port);
    }

    /** The header by which the account for measuring proves itself. */
    public String authorization() {
        return "Authorization: Bearer " + secret("do-hieu-nang.token") + "\r\n";
    }

    /** A secret of the state folder. */
    public String secret(String name) {
        return text(state.resolve("secrets").resolve(name)).strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
