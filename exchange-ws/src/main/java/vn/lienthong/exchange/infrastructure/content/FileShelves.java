package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.content.ContentShelves;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The folder of a {@link FileContentStore}, looked at by age: the time at which a file was written. */
public final class FileShelves implements ContentShelves {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path staging;
    private final Path kept;

    public FileShelves(Path folder) {
        this.staging = folder.resolve("staging");
        this.kept = folder.resolve("kept");
    }

    @Override
    public List<Sha256Digest> standingSince(int shelf, Instant before) {
        List<Sha256Digest> found = new ArrayList<>();
        for (Path file : filesIn(kept.resolve(HexFormat.of().toHexDigits((byte) shelf)))) {
            String name = file.getFileName().toString();
            if (NAME.matcher(name).matches() && isOlder(file, before)) {
                found.add(Sha256Digest.ofHex(name));
            }
        }
        return found;
    }

    @Override
    public boolean remove(Sha256Digest digest, Instant before) {
        String hex = digest.hex();
        Path file =
                kept.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
        return isOlder(file, before) && delete(file);
    }

    @Override
    public int dropHalfReceived(Instant before) {
        int dropped = 0;
        for (Path file : filesIn(staging)) {
            dropped += isOlder(file, before) && delete(file) ? 1 : 0;
        }
        return dropped;
    }

    /** The files one folder deeper, none where there is no such folder. */
    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())) {
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
