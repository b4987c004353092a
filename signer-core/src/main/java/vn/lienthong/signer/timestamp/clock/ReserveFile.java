package vn.lienthong.signer.timestamp.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.timestamp.GenTimeReserve;

/**
 * Keeps in a file how far timestamps may have come: a little ahead of them, so that the disk is asked once in that while and
 * not at each one. After a crash nothing is issued until the clock has passed what the file says. Thread-safe.
 *
 * <p>One process has the file at a time: two that issue under one policy would have no order between them.
 */
public final class ReserveFile implements GenTimeReserve, AutoCloseable {
    /** Ten flushes a minute cost nothing, and a crash costs no more than this without ordered timestamps. */
    private static final Duration AHEAD = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(ReserveFile.class);

    private final FileChannel file;
    private final Instant floor;
    private volatile Instant reserved;

    private ReserveFile(FileChannel file, Instant floor) {
        this.file = file;
        this.floor = floor;
        this.reserved = floor;
    }

    /**
     * The file is this process's until it is closed.
     *
     * @throws IOException if it cannot be read and written, says something else than a time, or is another process's
     */
    public static ReserveFile open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new IOException("another process issues by " + path);
            }
            return new ReserveFile(file, read(file, path));
        } catch (OverlappingFileLockException e) {
            file.close();
            throw new IOException("this process issues by " + path + " already", e);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static Instant read(FileChannel file, Path path) throws IOException {
        if (file.size() == 0) {
            return Instant.EPOCH;
        }
        ByteBuffer octets = ByteBuffer.allocate(Long.BYTES);
        if (file.size() != Long.BYTES || file.read(octets, 0) != Long.BYTES) {
            throw new IOException("not a time: " + path);
        }
        return Instant.EPOCH.plus(octets.getLong(0), ChronoUnit.MICROS);
    }

    @Override
    public boolean permits(Instant genTime) {
        if (!genTime.isAfter(floor)) {
            return false;
        }
        return genTime.isBefore(reserved) || reserve(genTime);
    }

    private synchronized boolean reserve(Instant genTime) {
        if (genTime.isBefore(reserved)) {
            return true;
        }
        Instant further = genTime.plus(AHEAD);
        try {
            write(further);
        } catch (IOException e) {
            LOG.warn("no ordered timestamps are issued: their file cannot be written", e);
            return false;
        }
        reserved = further;
        return true;
    }

    private void write(Instant time) throws IOException {
        file.write(ByteBuffer.allocate(Long.BYTES).putLong(0, ChronoUnit.MICROS.between(Instant.EPOCH, time)), 0);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
