package vn.lienthong.signer.sign.dss;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder of one call's temporary files; it is there once it is asked for, and gone with all of them when the call ends. */
public final class WorkFolder implements AutoCloseable {
    private final Path parent;
    private @Nullable Path path;
    private int copies;

    private WorkFolder(Path parent) {
        this.parent = parent;
    }

    public static WorkFolder in(Path parent) {
        return new WorkFolder(parent);
    }

    public Path path() throws IOException {
        if (path == null) {
            path = Files.createTempDirectory(parent, "ades");
        }
        return path;
    }

    /** A copy that nobody else can change, made within the kernel; at most {@code most} octets of it. */
    public Path copy(Path file, long most) throws IOException {
        Path copy = path().resolve("document-" + ++copies);
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < most; ) {
                long some = from.transferTo(at, most - at, to);
                if (some <= 0) {
                    break;
                }
                at += some;
            }
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        if (path == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
