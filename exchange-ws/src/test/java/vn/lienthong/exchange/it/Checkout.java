package vn.lienthong.exchange.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies. */
public final class Checkout {
    private Checkout() {}

    /** The folder that holds the launcher. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("lienthong"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run inside the project");
            }
        }
        return folder;
    }
}
