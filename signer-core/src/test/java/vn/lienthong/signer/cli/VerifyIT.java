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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

class VerifyIT {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private EvidenceFixture fixture;
    private String trust;
    private String evidence;

    @BeforeEach
    void makeFiles() throws Exception {
        fixture = new EvidenceFixture();
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
                .contains("Nhật ký: demo (chưa chỉ định bằng --log")
                .contains("Nơi nhận 000.00.00.G22: đã chứng minh là xác nhận đã nhận")
                .contains("Nơi nhận 000.00.00.H57: tệp KHÔNG chứng minh văn bản đã đến nơi")
                .doesNotContain("KHÔNG ĐẠT");
        assertThat(run("--trust", trust, "--log", "demo", evidence)).isZero();
        assertThat(said()).contains("Nhật ký: demo (đúng như đã chỉ định)");
        String content = write("content", EvidenceFixture.CONTENT);
        assertThat(run("--lang", "en", "--content", content, "--trust", trust, evidence))
                .isZero();
        assertThat(said()).contains("the evidence file is VALID").doesNotContain("CONTENT");
        assertThat(run("--lang", "en", "--all", "--content", content, "--trust", trust, evidence))
                .isZero();
        assertThat(said()).contains("[PASSED] CONTENT").contains("(batch ").doesNotContain("(lô ");
    }

    @Test
    void anythingElseThanValidIsOne() throws IOException {
        assertThat(run("--trust", trust, "--content", trust, evidence)).isEqualTo(1);
        assertThat(said())
                .contains("KHÔNG PHẢI văn bản mà tệp chứng cứ nói đến")
                .doesNotContain("KHÔNG HỢP LỆ")
                .doesNotContain("#2 ");
        assertThat(run("--trust", trust, evidence, trust)).isEqualTo(1);
        assertThat(said()).contains("[KHÔNG ĐẠT] CONTENT");
        assertThat(run("--trust", trust, "--log", "another-log", evidence)).isEqualTo(1);
        assertThat(said()).contains("[KHÔNG ĐẠT] LOG_NAME").contains("tệp chứng cứ KHÔNG HỢP LỆ");
        byte[] cut = Files.readAllBytes(Path.of(evidence));
        assertThat(run("--trust", trust, write("cut.zip", java.util.Arrays.copyOf(cut, cut.length - 50))))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsTwo() throws IOException {
        assertThat(run("--trust", trust, write("no.txt", new byte[] {'x'}))).isEqualTo(2);
        assertThat(said()).contains("FORMAT_UNKNOWN").contains("KẾT LUẬN: KHÔNG KIỂM TRA ĐƯỢC");
        write("broken.crl", new byte[] {'x'});
        assertThat(run("--trust", trust, "--crl", folder.toString(), evidence)).isEqualTo(2);
    }

    @Test
    void whatListsDoNotDecideIsThree() throws IOException {
        EvidenceFile honest = fixture.file();
        EvidenceFile without = new EvidenceFile(
                honest.log(),
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                honest.heads(),
                honest.certificates(),
                List.of());
        String open = write("open.zip", EvidenceFixture.zip(without));
        assertThat(run("--trust", trust, open)).as(said()).isEqualTo(3);
        assertThat(said())
                .contains("[CHƯA XÁC ĐỊNH] SEAL_REVOCATION")
                .contains("KẾT LUẬN: CHƯA XÁC ĐỊNH")
                .doesNotContain("#2 ");
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.write(lists.resolve("1.crl"), fixture.pki.crl());
        Files.write(lists.resolve("2.crl"), fixture.pki.rootCrl());
        assertThat(run("--trust", trust, "--crl", lists.toString(), open)).isZero();
    }

    @Test
    void wrongCommandIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("Cách dùng").contains("Usage");
        assertThat(run(evidence)).isEqualTo(2);
        assertThat(run("--trust", folder.resolve("none").toString(), evidence)).isEqualTo(2);
        assertThat(run("--trust", trust, "--lang", "fr", evidence)).isEqualTo(2);
        assertThat(run("--trust", trust, evidence, trust, "more")).isEqualTo(2);
        assertThat(run("--trust", trust, "--content", trust, evidence, trust)).isEqualTo(2);
        assertThat(run("--trust", trust, "--log", "NOT A LOG", evidence)).isEqualTo(2);
        assertThat(run("--trust", trust, folder.resolve("missing").toString())).isEqualTo(2);
    }

    @Test
    void textOfStrangersDoesNotReachTheTerminalRaw() {
        assertThat(Printable.line("a\u001b[2Jb\u202ec\nd")).isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd");
        assertThat(Printable.line("Nguyễn Văn Ân – UBND tỉnh")).isEqualTo("Nguyễn Văn Ân – UBND tỉnh");
    }
}
