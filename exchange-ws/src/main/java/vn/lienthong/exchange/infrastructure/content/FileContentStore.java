package vn.lienthong.exchange.infrastructure.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.content.ContentDamagedException;
import vn.lienthong.exchange.domain.content.ContentMissingException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.StorageFullException;

/**
 * Documents in a folder: {@code staging/} for what comes in, {@code kept/ab/abcd…} for what is kept, by SHA-256. A kept
 * file appears whole, by a rename on one file system, after its octets were forced; its shelf is forced after it. Nodes
 * that share the folder each have a staging folder of their own.
 */
public final class FileContentStore implements ContentStore {
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Below this, in octets, bodies are refused before the file system and the database on it are really full. */
    private static final long ROOM = 64L << 20;

    private final Path staging;
    private final Shelves shelves;

    /** Unlike that of every other store on the folder, also of one of the same node that has not quite ended. */
    private final String prefix;

    private final AtomicLong staged = new AtomicLong();

    private FileContentStore(Path staging, Shelves shelves, String prefix) {
        this.staging = staging;
        this.shelves = shelves;
        this.prefix = prefix;
    }

    /**
     * The store in that folder, made if it is not there; what a crash of this node left half received is gone.
     *
     * @param node this node's name, unlike every other node's on the same folder
     */
    public static FileContentStore open(Path folder, String node) throws IOException {
        Path staging = folder.resolve("staging").resolve(node);
        Shelves shelves = new Shelves(folder.resolve("kept"));
        Files.createDirectories(staging, PRIVATE);
        Files.createDirectories(shelves.kept(), PRIVATE);
        shelves.prepare();
        try (Stream<Path> left = Files.list(staging)) {
            for (Path file : (Iterable<Path>) left::iterator) {
                Files.delete(file);
            }
        }
        Durable.force(folder);
        String prefix = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        return new FileContentStore(staging, shelves, prefix);
    }

    @Override
    public Staged stage(InputStream body, long limit, DeclaredBody declared) throws IOException {
        // Not by Files.getFileStore, which reads the table of mounts each time and finds no entry within a chroot.
        if (staging.toFile().getUsableSpace() < ROOM) {
            throw new StorageFullException("less than " + ROOM + " octets are left for documents");
        }
        Path file = staging.resolve(prefix + "-" + staged.incrementAndGet() + ".part");
        try {
            return new StagedFile(file, StagingCopy.receive(body, file, limit, declared), this);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public InputStream open(ContentRef ref) throws IOException {
        Path file = shelves.file(ref.digest());
        try {
            if (Files.size(file) != ref.length()) {
                throw new ContentDamagedException(ref);
            }
            return new VerifyingInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), ref);
        } catch (NoSuchFileException e) {
            throw new ContentMissingException(ref);
        }
    }

    /** The forced file has its name among the kept ones, and that name is on the disk. */
    void keep(Path forced, ContentRef ref) throws IOException {
        Durable.rename(forced, shelves.file(ref.digest()));
        confirm(ref);
    }

    boolean has(ContentRef ref) {
        return Files.exists(shelves.file(ref.digest()));
    }

    /** Forces the shelf of a kept file, whose name another node or request may just have put there. */
    void confirm(ContentRef ref) throws IOException {
        Durable.force(shelves.shelf(ref.digest()));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a staging file cannot be deleted", e);
        }
    }
}
