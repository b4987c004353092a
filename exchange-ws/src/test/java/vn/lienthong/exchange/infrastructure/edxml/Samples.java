package vn.lienthong.exchange.infrastructure.edxml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The messages of the field, which stand beside the checkout and not in it. */
final class Samples {
    private Samples() {}

    /** Found by the system property {@code samples.dir}, else in {@code shared/samples} beside any parent folder. */
    static byte[] edxml(String name) throws IOException {
        return Files.readAllBytes(folder().resolve("edxml").resolve(name));
    }

    private static Path folder() {
        String given = System.getProperty("samples.dir", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        for (Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
                here != null;
                here = here.getParent()) {
            Path beside = here.resolve("shared").resolve("samples");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        throw new AssertionError("no folder shared/samples beside the checkout; name it by -Dsamples.dir");
    }
}
