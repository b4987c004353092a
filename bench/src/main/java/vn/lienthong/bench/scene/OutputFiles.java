package vn.lienthong.bench.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.bench.measure.Operation;

/** A worker whose operation writes one new file each time; the file is gone afterwards. */
public final class OutputFiles implements Operation {
    private final Path file;
    private final Step step;

    /** What is done. */
    @FunctionalInterface
    public interface Step {
        /** @param file does not exist yet */
        void write(Path file) throws Exception;
    }

    public OutputFiles(Path folder, int worker, Step step) {
        this.file = folder.resolve("out-" + worker);
        this.step = step;
    }

    @Override
    public void run() throws Exception {
        Files.deleteIfExists(file);
        step.write(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
