package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.lienthong.exchange.domain.content.ContentShelves;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * Where kept files lie: {@code kept/ab/abcd…}, in one of {@value ContentShelves#COUNT} folders that are there from the
 * start, so that keeping a file never waits for a folder to be made and forced.
 */
record Shelves(Path kept) {
    /** Such a folder below a shelf is of the layout that once was, {@code kept/ab/cd/abcd…}. */
    private static final Pattern SECOND_LEVEL = Pattern.compile("[0-9a-f]{2}");

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    Path shelf(int number) {
        return kept.resolve(HexFormat.of().toHexDigits((byte) number));
    }

    Path shelf(Sha256Digest digest) {
        return kept.resolve(digest.hex().substring(0, 2));
    }

    Path file(Sha256Digest digest) {
        return shelf(digest).resolve(digest.hex());
    }

    static boolean isKeptName(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** All shelves are there and forced, and what lay in the layout that once was lies on them. Safe to repeat, and beside another node's doing it. */
    void prepare() throws IOException {
        for (int number = 0; number < ContentShelves.COUNT; number++) {
            Files.createDirectories(shelf(number), FileContentStore.PRIVATE);
            lift(shelf(number));
        }
        Durable.force(kept);
    }

    private static void lift(Path shelf) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(shelf, Shelves::isSecondLevel)) {
            for (Path folder : folders) {
                liftOutOf(folder, shelf);
            }
        }
    }

    /** The new name is on the disk before the old folder goes. What is not ours stays, and its folder with it. */
    private static void liftOutOf(Path folder, Path shelf) throws IOException {
        boolean empty = true;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                boolean ours = isKeptName(file);
                empty &= ours;
                if (ours) {
                    lift(file, shelf);
                }
            }
        } catch (NoSuchFileException e) {
            // another node was first
            return;
        }
        Durable.force(shelf);
        if (empty) {
            Files.deleteIfExists(folder);
        }
    }

    private static void lift(Path file, Path shelf) throws IOException {
        try {
            Durable.rename(file, shelf.resolve(file.getFileName()));
        } catch (NoSuchFileException e) {
            // another node was first
            return;
        }
    }

    private static boolean isSecondLevel(Path path) {
        return SECOND_LEVEL.matcher(path.getFileName().toString()).matches() && Files.isDirectory(path);
    }
}
