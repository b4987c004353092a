package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.content.ContentShelves;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The folder of a {@link FileContentStore}, looked at by age: the time at which a file was written. */
public final class FileShelves implements ContentShelves {
    private static final int IN_NODES_FOLDERS = 2;

    private final Path staging;
    private final Shelves shelves;

    public FileShelves(Path folder) {
        this.staging = folder.resolve("staging");
        this.shelves = new Shelves(folder.resolve("kept"));
    }

    @Override
    public List<Sha256Digest> standingSince(int shelf, Instant before) {
        List<Sha256Digest> found = new ArrayList<>();
        for (Path file : filesIn(shelves.shelf(shelf), 1)) {
            if (Shelves.isKeptName(file) && isOlder(file, before)) {
                found.add(Sha256Digest.ofHex(file.getFileName().toString()));
            }
        }
        return found;
    }

    @Override
    public boolean remove(Sha256Digest digest, Instant before) {
        Path file = shelves.file(digest);
        return isOlder(file, before) && delete(file);
    }

    @Override
    public int dropHalfReceived(Instant before) {
        int dropped = 0;
        for (Path file : filesIn(staging, IN_NODES_FOLDERS)) {
            dropped += isOlder(file, before) && delete(file) ? 1 : 0;
        }
        return dropped;
    }

    /** The files that lie no deeper than that, none where there is no such folder. */
    private static List<Path> filesIn(Path folder, int depth) {
        try (Stream<Path> files = Files.find(folder, depth, (path, attributes) -> attributes.isRegularFile())) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static FailureException failed(Exception e) {
        return new FailureException(Failure.of(FailureCode.STORAGE_UNAVAILABLE), e);
    }
}
