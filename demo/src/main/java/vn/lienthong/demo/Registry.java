package vn.lienthong.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The numbers that the demo's agency gives its documents: each run takes the next one. */
final class Registry {
    private static final int FIRST = 1234;

    private final Path file;

    Registry(Path file) {
        this.file = file;
    }

    /** A number that no run before had; remembered before it is used, so that a failed run burns its number. */
    int next() {
        try {
            int number =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) + 1 : FIRST;
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Integer.toString(number));
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
