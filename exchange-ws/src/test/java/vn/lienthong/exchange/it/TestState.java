package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A state folder as the launcher makes it, by the launcher's own scripts. */
public record TestState(Path folder) {
    private static final List<String> SOFTHSM =
            List.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so");

    /** The folder holds keys, certificates, secrets, the directory and the configuration. */
    public static TestState prepare(Path folder) {
        Path root = Checkout.root();
        Commands.succeed(
                root,
                List.of(
                        root.resolve("bin/demo-state").toString(),
                        folder.toString(),
                        softHsm(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path")));
        return new TestState(folder);
    }

    /** The same beside the common state folder, with nothing left of an earlier run. */
    public static TestState fresh(String name) {
        return fresh(Path.of(System.getProperty("lienthong.it.state")).resolveSibling(name));
    }

    /** The folder made anew, whatever an earlier run has left, its database too. */
    static TestState fresh(Path folder) {
        if (Files.exists(folder)) {
            new TestState(folder).stopDatabase();
            Commands.succeed(Checkout.root(), List.of("rm", "-rf", folder.toString()));
        }
        return prepare(folder);
    }

    /** The configuration has that key too. */
    public TestState with(String key, String value) {
        try {
            Files.writeString(
                    folder.resolve("exchange.properties"), "\n" + key + "=" + value + "\n", StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PostgreSQL cluster of the folder's own answers on that port, with the tables made by their owner. */
    public TestState withDatabase(int port) {
        Path root = Checkout.root();
        Commands.succeed(
                root,
                List.of(
                        root.resolve("bin/private-postgres").toString(),
                        "start",
                        folder.resolve("postgres").toString(),
                        Integer.toString(port)));
        PrivatePostgres.migrate(folder.resolve("postgres"));
        return this;
    }

    public void stopDatabase() {
        Path root = Checkout.root();
        Commands.run(
                root,
                List.of(
                        root.resolve("bin/private-postgres").toString(),
                        "stop",
                        folder.resolve("postgres").toString()));
    }

    /** The text of a file of the folder, without surrounding white space. */
    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String softHsm() {
        return Stream.of(SOFTHSM.toArray(String[]::new))
                .filter(module -> Files.exists(Path.of(module)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SoftHSM is not installed"));
    }
}
