package vn.lienthong.signer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

class ArchiveIT {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final EvidenceFixture fixture = new EvidenceFixture();
    private final EvidenceFile file = fixture.file();

    @TempDir
    Path folder;

    private Path archive;
    private Path report;
    private String trust;

    @BeforeEach
    void makeAnArchive() throws Exception {
        archive = Files.createDirectories(folder.resolve("archive/2026/11"));
        report = folder.resolve("report.json");
        trust = Files.write(folder.resolve("root.der"), fixture.pki.root().getEncoded())
                .toString();
        Files.write(archive.resolve("1.zip"), EvidenceFixture.zip(file));
        Files.write(archive.getParent().resolve("2.zip"), EvidenceFixture.zip(file));
        Files.writeString(archive.resolve("thư.txt"), "no evidence");
    }

    private int run(String... arguments) {
        said.reset();
        return new Archive(new PrintStream(said, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private int verify() {
        return run(
                "--json",
                report.toString(),
                "--trust",
                trust,
                folder.resolve("archive").toString());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anArchiveThatHoldsIsZero() throws IOException {
        assertThat(verify()).as(said()).isZero();
        assertThat(said())
                .contains("Tổng cộng 2 tệp bằng chứng: 2 hợp lệ, 0 không hợp lệ")
                .contains("1 tệp khác");
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.get("exitStatus").asInt()).isZero();
        assertThat(json.get("valid").asInt()).isEqualTo(2);
        assertThat(json.get("files")).hasSize(2);
        assertThat(json.at("/files/0/verdict").asText()).isEqualTo("VALID");
    }

    @Test
    void theWorstFileDecides() throws IOException {
        EvidenceFile open = new EvidenceFile(
                file.log(),
                file.dispatch(),
                file.envelope(),
                file.entries(),
                file.heads(),
                file.certificates(),
                List.of());
        Files.write(archive.resolve("open.zip"), EvidenceFixture.zip(open));
        assertThat(verify()).as(said()).isEqualTo(3);
        byte[] changed = EvidenceFixture.zip(file);
        changed[changed.length / 2] ^= 1;
        Files.write(archive.resolve("changed.zip"), changed);
        assertThat(verify()).as(said()).isEqualTo(1);
        assertThat(said()).contains("[UNDECIDED] ").contains("[NOT_VALID] ").contains("SEAL_REVOCATION");
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.get("notValid").asInt()).isEqualTo(1);
        assertThat(json.get("undecided").asInt()).isEqualTo(1);
        assertThat(json.get("exitStatus").asInt()).isEqualTo(1);
    }

    /** Each file is valid by itself; together they prove what none of them proves alone. */
    @Test
    void twoValidFilesProveAFork() throws IOException {
        Files.write(archive.resolve("3.zip"), EvidenceFixture.zip(fixture.file()));
        assertThat(verify()).as(said()).isEqualTo(18);
        assertThat(said()).contains("Nhật ký bị rẽ nhánh").contains("demo 1").contains("3.zip");
        assertThat(new ObjectMapper().readTree(report.toFile()).get("forks")).hasSize(2);
    }

    @Test
    void wrongCommandIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("Cách dùng").contains("Usage");
        assertThat(run("--trust", trust, archive.resolve("1.zip").toString())).isEqualTo(2);
        assertThat(run(archive.toString())).isEqualTo(2);
    }
}
