package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of a test's own, which the test may kill: the provisioned one with its own base folder, ports and heap. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration BOOT = Duration.ofMinutes(3);

    private final TestState state;
    private final int offset;
    private final Process process;

    private ServerProcess(TestState state, int offset, Process process) {
        this.state = state;
        this.offset = offset;
        this.process = process;
    }

    /** The server of that state folder answers on port 8080 + {@code offset}. */
    public static ServerProcess start(TestState state, int offset, int databasePort, String heap) {
        return start(state, offset, databasePort, heap, "server", Map.of());
    }

    /** The same as one of several, by a name of its own. */
    public static ServerProcess startNode(
            TestState state, int offset, int databasePort, String heap, String node, Map<String, String> environment) {
        return start(state, offset, databasePort, heap, node, environment);
    }

    private static ServerProcess start(
            TestState state, int offset, int databasePort, String heap, String node, Map<String, String> environment) {
        Path home = Path.of(System.getProperty("lienthong.it.server"));
        Path base = state.folder().resolve(node);
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        copy(home.resolve("standalone/deployments"), base.resolve("deployments"));
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-b",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.node.name=" + node,
                "-Djboss.socket.binding.port-offset=" + offset);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LAUNCH_JBOSS_IN_BACKGROUND", "1",
                        "SOFTHSM2_CONF", state.folder().resolve("softhsm2.conf").toString(),
                        "EXCHANGE_DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/lienthong",
                        "EXCHANGE_DB_USER", "lienthong",
                        "EXCHANGE_TLS_KEYSTORE",
                                state.folder().resolve("pki/tls/server.p12").toString(),
                        "EXCHANGE_TLS_PASSWORD", state.text("secrets/server.password"),
                        "JAVA_OPTS", options(state, heap)));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        state.folder().resolve("log/console.log").toFile()));
        try {
            ServerProcess server = new ServerProcess(state, offset, builder.start());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + (8080 + offset));
    }

    public TestState state() {
        return state;
    }

    /** The Java process is gone by SIGKILL: nothing of it could run any more. */
    public void kill() {
        java().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        java().forEach(ProcessHandle::destroy);
        awaitEnd();
    }

    private static String options(TestState state, String heap) {
        return String.join(
                " ",
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + state.folder().resolve("tmp"),
                "-Dlienthong.state=" + state.folder());
    }

    private List<ProcessHandle> java() {
        return process.descendants().toList();
    }

    private void awaitReady() {
        URI ready = URI.create("http://127.0.0.1:" + (9990 + offset) + "/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Eventually.within(BOOT, "the server is ready, see " + state.folder().resolve("log/console.log"), () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended while it started");
                }
                try {
                    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                java().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
