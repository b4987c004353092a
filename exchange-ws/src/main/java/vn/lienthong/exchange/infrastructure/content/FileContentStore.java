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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.content.ContentDamagedException;
import vn.lienthong.exchange.domain.content.ContentMissingException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.StorageFullException;

/**
 * Documents in a folder: {@code staging/} for what comes in, {@code kept/ab/cd/abcd…} for what is kept, by SHA-256. A
 * kept file appears whole, by a rename on one file system, after its octets were forced; the folders are forced after
 * it. Nodes that share the folder each have a staging folder of their own.
 */
public final class FileContentStore implements ContentStore {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Below this, in octets, bodies are refused before the file system and the database on it are really full. */
    private static final long ROOM = 64L << 20;

    private final Path staging;
    private final Path kept;

    /** Fan-out folders that are known to be there and forced; at most 65,536 of them. */
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private FileContentStore(Path staging, Path kept) {
        this.staging = staging;
        this.kept = kept;
    }

    /**
     * The store in that folder, made if it is not there; what a crash of this node left half received is gone.
     *
     * @param node this node's name, unlike every other node's on the same folder
     */
    public static FileContentStore open(Path folder, String node) throws IOException {
        Path staging = folder.resolve("staging").resolve(node);
        Path kept = folder.resolve("kept");
        Files.createDirectories(staging, PRIVATE);
        Files.createDirectories(kept, PRIVATE);
        try (Stream<Path> left = Files.list(staging)) {
            for (Path file : (Iterable<Path>) left::iterator) {
                Files.delete(file);
            }
        }
        Durable.force(folder);
        return new FileContentStore(staging, kept);
    }

    @Override
    public Staged stage(InputStream body, long limit, DeclaredBody declared) throws IOException {
        if (Files.getFileStore(staging).getUsableSpace() < ROOM) {
            throw new StorageFullException("less than " + ROOM + " octets are left for documents");
        }
        Path file = Files.createTempFile(staging, "", ".part");
        try {
            ContentRef ref = StagingCopy.receive(body, file, limit, declared);
            return new StagedFile(file, ref, this);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public InputStream open(ContentRef ref) throws IOException {
        Path file = path(ref);
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
        Path target = path(ref);
        Path folder = folder(target);
        Durable.rename(forced, target);
        Durable.force(folder);
    }

    boolean has(ContentRef ref) {
        return Files.exists(path(ref));
    }

    /** Forces the folder of a kept file, whose name another node or request may just have put there. */
    void confirm(ContentRef ref) throws IOException {
        Durable.force(folder(path(ref)));
    }

    private Path path(ContentRef ref) {
        String hex = ref.digest().hex();
        return kept.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private Path folder(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || folder.getParent() == null) {
            throw new IllegalStateException("a kept file lies two folders deep");
        }
        if (!folders.contains(folder)) {
            Files.createDirectories(folder, PRIVATE);
            Durable.force(folder.getParent());
            Durable.force(kept);
            folders.add(folder);
        }
        return folder;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a staging file cannot be deleted", e);
        }
    }
}
