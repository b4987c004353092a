package vn.lienthong.bench.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Files that are durable under their digest: written, forced, renamed into one of 256 folders, which is forced. Thread-safe. */
final class BareFiles {
    private static final int FOLDERS = 256;

    private final Path folder;

    private BareFiles(Path folder) {
        this.folder = folder;
    }

    static BareFiles in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("staging"));
        for (int first = 0; first < FOLDERS; first++) {
            force(Files.createDirectories(folder.resolve(HexFormat.of().toHexDigits((byte) first))));
        }
        force(folder);
        return new BareFiles(folder);
    }

    void write(byte[] octets, byte[] sha256) throws IOException {
        String name = HexFormat.of().formatHex(sha256);
        Path staged = folder.resolve("staging").resolve(name);
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Path shelf = folder.resolve(name.substring(0, 2));
        Files.move(staged, shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(shelf);
    }

    /** All of it is gone. */
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
