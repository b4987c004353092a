package vn.lienthong.signer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;
import vn.lienthong.signer.evidence.watch.LogServer;
import vn.lienthong.signer.evidence.watch.OperatedLog;
import vn.lienthong.signer.testpki.Stranger;

/** The watcher as an auditor runs it: over HTTP, with a file for its memory and an exit status for what it finds. */
class WatchIT {
    private static final Instant NOW = EvidenceFixture.NOW;
    private static final Path STRANGER =
            Path.of("src/test/strangers/watch-log.py").toAbsolutePath();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final EvidenceFixture fixture = new EvidenceFixture();
    private final OperatedLog log =
            new OperatedLog(fixture).grow(3, NOW).grow(1, NOW).grow(4, NOW);
    private final LogServer server = new LogServer(log);

    @TempDir
    Path folder;

    private Path trust;

    @BeforeEach
    void trustTheRoot() throws Exception {
        trust = Files.write(folder.resolve("root.der"), fixture.pki.root().getEncoded());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int watch(String state, String... more) {
        return watchAt(NOW.plusSeconds(9), state, more);
    }

    private int watchAt(Instant now, String state, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--trust", trust.toString(), "--log", "demo", "--url"));
        arguments.addAll(List.of(
                server.address().toString(), "--state", folder.resolve(state).toString()));
        arguments.addAll(List.of(more));
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Watch(out, Clock.fixed(now, ZoneOffset.UTC)).run(arguments.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLogThatGrowsIsZero() {
        assertThat(watch("s")).as(said()).isZero();
        assertThat(said()).contains("Lần xem đầu tiên").contains("[CONSISTENT]");
        for (int i = 0; i < 12; i++) {
            log.grow(1 + i % 2, NOW);
            assertThat(watch("s")).as(said()).isZero();
        }
        assertThat(said()).contains("\"batch\":15").doesNotContain("Lần xem đầu tiên");
    }

    @Test
    void eachWrongHasItsOwnStatusAndLeavesItsProof() throws IOException {
        assertThat(watch("s")).isZero();
        byte[] remembered = Files.readAllBytes(folder.resolve("s"));
        OperatedLog dropped = log.twin();
        dropped.entries(3).remove(2);
        dropped.rebuildFrom(3);
        server.show(dropped);
        assertThat(watch("s")).as(said()).isEqualTo(16);
        assertThat(said()).contains("[ENTRY_DROPPED] Một mục đã bị bỏ").contains("s.ENTRY_DROPPED-");
        assertThat(Files.readAllBytes(folder.resolve("s"))).isEqualTo(remembered);
        assertThat(watch("s")).as("and looks again").isEqualTo(16);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("s.ENTRY_DROPPED-")))
                    .as("what was shown before and what is shown now")
                    .hasSize(2);
        }
        OperatedLog cut = log.twin();
        cut.truncate(2);
        server.show(cut);
        assertThat(watch("s")).as(said()).isEqualTo(13);
        OperatedLog rebuilt = log.twin();
        rebuilt.entries(1).set(0, rebuilt.entry(NOW));
        rebuilt.rebuildFrom(1);
        server.show(rebuilt);
        assertThat(watch("s")).as(said()).isEqualTo(17);
        server.show(log.twin().grow(1, NOW.minusSeconds(120)));
        assertThat(watch("s")).as(said()).isEqualTo(12);
        server.show(log);
        assertThat(watch("s")).as(said()).isZero();
        assertThat(watchAt(NOW.plusSeconds(3700), "s")).as(said()).isEqualTo(10);
        assertThat(watchAt(NOW.plusSeconds(3700), "s", "--stale", "90"))
                .as(said())
                .isZero();
    }

    @Test
    void twoWatchersCompareTheirFiles() {
        OperatedLog other = log.twin();
        log.grow(2, NOW);
        assertThat(watch("mine")).isZero();
        server.show(other.grow(2, NOW));
        assertThat(watch("theirs")).isZero();
        assertThat(watch("theirs", folder.resolve("mine").toString()))
                .as(said())
                .isEqualTo(18);
        assertThat(said()).contains("[FORKED]");
        server.show(log.grow(1, NOW));
        assertThat(watch("mine")).as(said()).isZero();
        assertThat(watch("mine", folder.resolve("theirs").toString(), "--lang", "en"))
                .as(said())
                .isEqualTo(18);
        assertThat(said()).contains("others are shown another history");
    }

    @Test
    void evidenceOfAnotherHistoryAccusesTheLog() throws IOException {
        Path evidence = Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(fixture.file()));
        assertThat(watch("s", evidence.toString())).as(said()).isEqualTo(18);
    }

    @Test
    void evidenceIsHeldAgainstTheLogThatWasWatched() throws IOException {
        Path early = Files.write(folder.resolve("early.zip"), EvidenceFixture.zip(log.accept(NOW)));
        log.grow(2, NOW);
        assertThat(watch("s")).isZero();
        Path late = Files.write(folder.resolve("late.zip"), EvidenceFixture.zip(log.accept(NOW)));
        assertThat(verify(early)).as(said()).isZero();
        assertThat(said()).contains("HỢP LỆ").contains("nằm trong nhật ký đã được theo dõi");
        assertThat(verify(late)).as("newer than the last look").isEqualTo(3);
        assertThat(watch("s")).isZero();
        assertThat(verify(late)).as(said()).isZero();
        Path stranger = Files.write(folder.resolve("stranger.zip"), EvidenceFixture.zip(fixture.file()));
        assertThat(verify(stranger)).as(said()).isEqualTo(18);
        assertThat(said()).contains("KHÔNG nằm trong nhật ký");
        server.answerAlways(503);
        assertThat(verify(early)).isEqualTo(2);
    }

    private int verify(Path evidence) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(out, Clock.fixed(NOW, ZoneOffset.UTC))
                .run(
                        "--trust",
                        trust.toString(),
                        "--watched",
                        folder.resolve("s").toString(),
                        "--url",
                        server.address().toString(),
                        evidence.toString());
    }

    @Test
    void whatCannotBeAskedIsTwo() throws IOException {
        server.answerAlways(500);
        assertThat(watch("s")).isEqualTo(2);
        assertThat(said()).contains("Không hỏi được nhật ký");
        assertThat(folder.resolve("s")).doesNotExist();
        server.answerAlways(302);
        assertThat(watch("s")).as("nobody is sent elsewhere").isEqualTo(2);
        server.answerAlways(200);
        Files.writeString(folder.resolve("broken"), "{}");
        assertThat(watch("broken")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("broken"))).isEqualTo("{}");
        assertThat(watch("s", "--stale", "0")).isEqualTo(2);
        assertThat(watch("s", "--what", "0")).isEqualTo(2);
        assertThat(watch("s", "--url", "ftp://x")).isEqualTo(2);
        assertThat(watch("s", folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(new Watch(System.out, Clock.systemUTC()).run("--log", "demo"))
                .isEqualTo(2);
    }

    /** Another program, written from RFC 9162 with a hash function alone, comes to the same answers. */
    @Test
    void aStrangerComesToTheSameAnswer() {
        for (int i = 0; i < 10; i++) {
            log.grow(1 + i % 4, NOW);
        }
        String url = server.address().toString();
        Stranger honest = Stranger.run(folder, "python3", STRANGER.toString(), url);
        assertThat(honest.said()).contains("consistent: 12 heads over 31 entries, root ");
        assertThat(honest.exitStatus()).isZero();
        String root = honest.said().strip().replaceFirst(".*root ", "12:");
        log.grow(1, NOW);
        assertThat(Stranger.run(folder, "python3", STRANGER.toString(), url, root)
                        .exitStatus())
                .isZero();
        OperatedLog rewritten = log.twin();
        rewritten.entries(5).set(0, rewritten.entry(NOW));
        rewritten.rebuildFrom(5);
        server.show(rewritten);
        Stranger again = Stranger.run(folder, "python3", STRANGER.toString(), url, root);
        assertThat(again.exitStatus()).as(again.said()).isEqualTo(1);
        assertThat(again.said()).contains("another root of size 12 was seen before");
    }
}
