package vn.lienthong.exchange.boundary.rest.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;

class AgencyFileTest {
    @Test
    void readsEveryMember() throws NoSuchAlgorithmException {
        byte[] text = """
                {"id":"H53.11","name":"Sở Nội vụ","mail":"so@tayninh.example","parent":"H53","code102":"000.00.11.H53",\
                "aliases":["H53.SNV"],"system":"qlvb.tay-ninh"}

                {"id":"H53.12","name":"Sở Cũ","closed":true,"successor":"H53.11"}""".getBytes(StandardCharsets.UTF_8);
        AgencyFile file = new AgencyFile(new ByteArrayInputStream(text));
        List<AgencyLine> lines = all(file);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).satisfies(line -> {
            assertThat(line.line()).isEqualTo(1);
            assertThat(line.agency().aliases())
                    .containsExactlyInAnyOrder(new OrganId("H53.SNV"), new OrganId("000.00.11.H53"));
            assertThat(line.agency().code102()).isEqualTo("000.00.11.H53");
            assertThat(line.agency().parent()).isEqualTo(new OrganId("H53"));
            assertThat(line.agency().system()).isEqualTo(new SystemId("qlvb.tay-ninh"));
            assertThat(line.closed()).isNull();
        });
        assertThat(lines.getLast().line()).isEqualTo(3);
        assertThat(lines.getLast().closed()).isTrue();
        assertThat(lines.getLast().successor()).isEqualTo(new OrganId("H53.11"));
        assertThat(file.digest())
                .isEqualTo(Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "N.1.id | {\"name\":\"Sở\"}",
                "N.1.name | {\"id\":\"H53\"}",
                "M.1.id | {\"id\":\"H 53\",\"name\":\"Sở\"}",
                "M.1.id | {\"id\":53,\"name\":\"Sở\"}",
                "M.1.name | {\"id\":\"H53\",\"name\":\"\"}",
                "M.1.mail | {\"id\":\"H53\",\"name\":\"Sở\",\"mail\":\"x\"}",
                "M.1.parent | {\"id\":\"H53\",\"name\":\"Sở\",\"parent\":null}",
                "M.1.aliases | {\"id\":\"H53\",\"name\":\"Sở\",\"aliases\":\"H54\"}",
                "M.1.aliases | {\"id\":\"H53\",\"name\":\"Sở\",\"aliases\":[\"\"]}",
                "M.1.closed | {\"id\":\"H53\",\"name\":\"Sở\",\"closed\":\"true\"}",
                "M.1.successor | {\"id\":\"H53\",\"name\":\"Sở\",\"successor\":\"H54\"}",
                "M.1.system | {\"id\":\"H53\",\"name\":\"Sở\",\"system\":\"một hệ thống\"}",
                "M.1.nane | {\"id\":\"H53\",\"name\":\"Sở\",\"nane\":\"x\"}",
                "M.1 | {\"id\":\"H53\",\"id\":\"H54\",\"name\":\"Sở\"}",
                "M.1 | [\"H53\"]",
                "M.1 | {\"id\":\"H53\",\"name\":\"Sở\"} {}",
                "M.1 | {\"id\":[[[[1]]]]}",
                "M.1 | id;name"
            })
    void namesTheLineAndTheMember(String code, String line) {
        assertThat(faults(line)).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void tellsTheFaultsOfAllLinesAndGivesNoneOutBehindTheFirst() {
        AgencyFile file = file(
                "{\"id\":\"A\",\"name\":\"Một\"}\n{}\n{\"id\":\"B\",\"name\":\"Hai\"}\n{\"id\":\"?\",\"name\":\"Ba\"}");

        assertThat(file.next()).map(line -> line.agency().name()).contains("Một");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(file::next)
                .satisfies(e -> assertThat(e.failure().findings())
                        .extracting(Finding::code)
                        .containsExactly("N.2.id", "N.2.name", "M.4.id"));
    }

    @Test
    void stopsAtALineWithoutEndAndAtAHundredFaults() {
        assertThat(faults("x".repeat(AgencyFile.LONGEST_LINE + 1)))
                .extracting(Finding::code)
                .containsExactly("R.1");
        assertThat(faults("{}\n".repeat(1000))).hasSize(100);
    }

    @Test
    void stopsAtTooManyLines() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> all(file("\n".repeat(AgencyFile.MOST_LINES + 1))))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.BODY_TOO_LARGE));
    }

    @Property(tries = 300)
    void anyOctetsEndInLinesOrFaults(@ForAll byte[] octets) {
        try {
            all(new AgencyFile(new ByteArrayInputStream(octets)));
        } catch (FailureException e) {
            assertThat(e.failure().code()).isEqualTo(FailureCode.DIRECTORY_FILE_INVALID);
        }
    }

    private static List<Finding> faults(String text) {
        try {
            all(file(text));
        } catch (FailureException e) {
            assertThat(e.failure().code()).isEqualTo(FailureCode.DIRECTORY_FILE_INVALID);
            return e.failure().findings();
        }
        throw new AssertionError("no faults: " + text);
    }

    private static AgencyFile file(String text) {
        return new AgencyFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<AgencyLine> all(AgencyFile file) {
        List<AgencyLine> lines = new ArrayList<>();
        for (Optional<AgencyLine> line = file.next(); line.isPresent(); line = file.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
