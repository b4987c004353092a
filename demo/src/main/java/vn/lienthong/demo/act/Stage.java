package vn.lienthong.demo.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.lienthong.demo.story.DemoFailure;

/**
 * Where a run takes place.
 *
 * @param state the state folder, with the systems' secrets and certificates
 * @param folder where this run leaves its files
 */
public record Stage(Path state, Path folder, Clock clock) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Now in Vietnam. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), VIETNAM);
    }

    /** The secret of that name that the operator gave out. */
    public String secret(String name) {
        Path file = state.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            throw new DemoFailure("thiếu tệp " + file, "the file " + file + " is missing");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path pki(String path) {
        return state.resolve("pki").resolve(path);
    }

    /** The file of that name holds the octets, for the reader to look at afterwards. */
    public Path keep(String name, byte[] octets) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #keep} wrote under that name. */
    byte[] kept(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
