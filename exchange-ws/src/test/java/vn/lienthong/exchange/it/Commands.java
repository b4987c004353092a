package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine to their end. */
public final class Commands {
    private Commands() {}

    /** What the program printed on both streams, and how it ended. */
    public record Result(int status, String output) {}

    /** The program ended within two minutes. */
    public static Result run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end: " + output);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The program ended with status 0. */
    public static String succeed(Path folder, List<String> command) {
        Result result = run(folder, command);
        if (result.status() != 0) {
            throw new IllegalStateException(command + " ended with " + result.status() + ": " + result.output());
        }
        return result.output();
    }
}
