package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hsm.cli.HsmConfigMain;

/** What is measured in this process, on a real SoftHSM; the rest, which needs a server, is {@code bin/test-bench}'s. */
class BenchIT {
    private static final String FIGURES =
            " +[0-9.]+ +– +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +([0-9.]+|limit) +([0-9.]+|limit)";

    @Test
    void measuresHereAndCallsEachRowThatNeedsTheServerAFault(@TempDir Path folder) throws IOException {
        Path state = folder.resolve("state");
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertThat(HsmConfigMain.run(
                        print(sink), print(sink), "demo-pki", "--state", state.toString(), "--module", module()))
                .as(sink.toString(StandardCharsets.UTF_8))
                .isZero();
        Files.writeString(state.resolve("secrets/do-hieu-nang.token"), "none");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Bench.run(
                print(out),
                "signer",
                "verify",
                "--quick",
                "--lang",
                "en",
                "--state",
                state.toString(),
                "--port",
                closedPort(),
                "--server-pid",
                "1",
                "--database-pid",
                "1",
                "--module",
                module(),
                "--work",
                folder.resolve("work").toString());

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isOne();
        assertThat(text).contains("Load of the machine now", "figures are not to be used", "measurements FAILED");
        for (String row : List.of(
                "C_Sign RSA-2048, 1 thread",
                "C_Sign P-256, 2 threads",
                "pool, RSA-3072, 1 thread",
                "pool, P-256, 2 threads, batches of 50",
                "PAdES-B 100 kB, bare DSS",
                "PAdES-T 100 kB, own code",
                "PAdES-B 10 MB, own code",
                "CAdES-B 10 MB, bare DSS",
                "CAdES-B 100 kB, own code",
                "XAdES-B 100 kB, bare DSS",
                "XAdES-B 10 MB, own code",
                "PAdES-B, own code",
                "XAdES-B, bare DSS",
                "ASiC-E (XAdES-B), own code")) {
            assertThat(text).containsPattern(Pattern.quote(row) + FIGURES);
        }
        assertThat(text.lines().filter(line -> line.contains("FAULT")))
                .allMatch(line -> line.contains("REST") || line.contains("TSA"))
                .hasSize(6 + 3 + 8 + 3);
        assertThat(text).containsPattern("XAdES-B 10 MB, over REST +– +≤ 300.0 MiB +MISSES");
        assertThat(text).containsPattern("XAdES-B 10 MB, own code +[0-9.]+ (KiB|MiB) +≤ 300.0 MiB +(holds|MISSES)");
        assertThat(text).containsPattern("[0-5] of 18 targets are reached\\.");
        assertThat(folder.resolve("work")).isDirectoryNotContaining("glob:out-*");
    }

    /** Nobody listens there: it was free a moment ago. */
    private static String closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static String module() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst()
                .orElseThrow();
    }
}
