package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.lienthong.exchange.domain.content.StorageFullException;

/** Files and names that survive a loss of power. Source: POSIX fsync, rename. */
final class Durable {
    private Durable() {}

    /** The file's octets, or a folder's names, are on the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw full(path, e);
        }
    }

    /** The file has the new name instead of the old one, whatever had it before; never is there half of it. */
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw full(to, e);
        }
    }

    /** {@link StorageFullException} if the exception comes from a full disk, or the exception itself. */
    static IOException full(Path where, IOException e) {
        String reason = String.valueOf(e.getMessage());
        boolean full = reason.contains("No space left") || reason.contains("Disk quota exceeded");
        if (!full) {
            return e;
        }
        StorageFullException storageFull = new StorageFullException("no room for " + where.getFileName());
        storageFull.initCause(e);
        return storageFull;
    }
}
