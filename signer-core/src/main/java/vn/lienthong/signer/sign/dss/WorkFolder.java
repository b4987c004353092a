package vn.lienthong.signer.sign.dss;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder of one call's temporary files; it is gone with all of them when the call ends. */
public final class WorkFolder implements AutoCloseable {
    private final Path path;
    private int copies;

    private WorkFolder(Path path) {
        this.path = path;
    }

    public static WorkFolder in(Path parent) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent, "ades"));
    }

    public Path path() {
        return path;
    }

    /** A copy that nobody else can change, made within the kernel; at most {@code most} octets of it. */
    public Path copy(Path file, long most) throws IOException {
        Path copy = path.resolve("document-" + ++copies);
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
