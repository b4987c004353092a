package vn.lienthong.signer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

class VerifyIT {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private String trust;
    private String evidence;

    @BeforeEach
    void makeFiles() throws Exception {
        EvidenceFixture fixture = new EvidenceFixture();
        trust = write("root.der", fixture.pki.root().getEncoded());
        evidence = write("evidence.zip", EvidenceFixture.zip(fixture.file()));
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }

    private int run(String... arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(out, Clock.fixed(EvidenceFixture.NOW, ZoneOffset.UTC)).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void validEvidenceIsZero() throws IOException {
        assertThat(run("--trust", trust, evidence)).as(said()).isZero();
        assertThat(said())
                .contains("tệp chứng cứ HỢP LỆ")
                .contains("dispatch-accepted")
                .doesNotContain("KHÔNG ĐẠT");
        String content = write("content", EvidenceFixture.CONTENT);
        assertThat(run("--lang", "en", "--content", content, "--trust", trust, evidence))
                .isZero();
        assertThat(said()).contains("the evidence file is VALID").contains("CONTENT");
    }

    @Test
    void anythingElseThanValidIsOne() throws IOException {
        assertThat(run("--trust", trust, "--content", trust, evidence)).isEqualTo(1);
        assertThat(said()).contains("KHÔNG HỢP LỆ").doesNotContain("#2 ");
        byte[] cut = Files.readAllBytes(Path.of(evidence));
        assertThat(run("--trust", trust, write("cut.zip", java.util.Arrays.copyOf(cut, cut.length - 50))))
                .isEqualTo(1);
        assertThat(run("--trust", trust, write("no.txt", new byte[] {'x'}))).isEqualTo(1);
        assertThat(said()).contains("FORMAT_UNKNOWN");
    }

    @Test
    void wrongCommandIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("Cách dùng").contains("Usage");
        assertThat(run(evidence)).isEqualTo(2);
        assertThat(run("--trust", folder.resolve("none").toString(), evidence)).isEqualTo(2);
        assertThat(run("--trust", trust, "--lang", "fr", evidence)).isEqualTo(2);
        assertThat(run("--trust", trust, evidence, "more")).isEqualTo(2);
        assertThat(run("--trust", trust, folder.resolve("missing").toString())).isEqualTo(2);
    }

    @Test
    void textOfStrangersDoesNotReachTheTerminalRaw() {
        assertThat(Printable.line("a\u001b[2Jb\u202ec\nd")).isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd");
        assertThat(Printable.line("Nguyễn Văn Ân – UBND tỉnh")).isEqualTo("Nguyễn Văn Ân – UBND tỉnh");
    }
}
