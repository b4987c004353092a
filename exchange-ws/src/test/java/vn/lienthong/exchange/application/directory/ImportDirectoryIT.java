package vn.lienthong.exchange.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.agency.imports.AgencyLines;
import vn.lienthong.exchange.domain.agency.imports.ImportReport;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.it.TestExchange;

/** A file changes all that it says, or nothing, and the second time nothing. */
class ImportDirectoryIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));

    @TempDir
    Path folder;

    private TestExchange exchange;
    private Directory directory;
    private ImportDirectory imports;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 3);
        directory = new Directory(exchange.unitOfWork);
        imports = new ImportDirectory(exchange.unitOfWork, exchange.ids, exchange.clock);
    }

    @Test
    void theSameFileAgainChangesNothing() throws SQLException {
        AgencyLine[] file = {
            line(1, agency("Z10.01", "Sở", "Z10", "000.00.01.Z10")), line(2, agency("Z10", "Tỉnh", null))
        };
        ImportReport first = run(file);
        assertThat(first.changed().get(AgencyChange.REGISTERED)).isEqualTo(2);
        assertThat(first.notInFile()).isEqualTo(3);
        assertThat(first.first()).extracting(ImportReport.Change::agency).containsExactly(id("Z10.01"), id("Z10"));
        ImportReport second = run(file);
        assertThat(second.changes()).isZero();
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(record("000.00.01.Z10").version()).isEqualTo(1);
        assertThat(counted("agency_import_row", "true")).isZero();
        assertThat(counted("audit_entry", "body like '%directory-imported%'")).isEqualTo(1);
    }

    @Test
    void whatALineLeavesOutStaysAndNoCodeIsTakenAway() {
        AgencyRecord before = record("H03");
        assertThat(run(line(1, agency("000.00.00.H03", "Tỉnh Bắc Kạn", null, "H03.CU")))
                        .changed()
                        .get(AgencyChange.RENAMED))
                .isEqualTo(1);
        assertThat(record("H03")).satisfies(after -> {
            assertThat(after.agency().id()).as("the identifier never changes").isEqualTo(PROVINCE);
            assertThat(after.agency().name()).isEqualTo("Tỉnh Bắc Kạn");
            assertThat(after.agency().aliases()).containsExactly(id("000.00.00.H03"), id("H03.CU"));
            assertThat(after.agency().system()).isEqualTo(before.agency().system());
            assertThat(after.agency().code102()).isEqualTo("000.00.00.H03");
            assertThat(after.version()).isEqualTo(2);
        });
        assertThat(run(line(1, agency("H03", "Tỉnh Bắc Kạn", null))).changes()).isZero();
        assertThat(directory.find(id("H03.CU"))).isPresent();
    }

    @Test
    void aMergerOfTheWholeCountryIsOneFile() {
        run(
                line(1, agency("Z20", "Một", null)),
                line(2, agency("Z21", "Hai", null)),
                line(3, agency("Z21.01", "Sở của Hai", "Z21")),
                line(4, agency("Z22", "Ba", null)));
        ImportReport merger = run(
                closed(1, agency("Z20", "Một", null), "Z22"),
                closed(2, agency("Z21", "Hai", null), "Z22"),
                line(3, agency("Z21.01", "Sở của Hai", "Z22")),
                line(4, agency("Z22", "Một Hai Ba", null)));
        assertThat(merger.changed())
                .containsEntry(AgencyChange.MERGED, 2)
                .containsEntry(AgencyChange.CHANGED, 1)
                .containsEntry(AgencyChange.RENAMED, 1);
        assertThat(record("Z20").successor()).isEqualTo(id("Z22"));
        assertThat(directory.history(id("Z20")))
                .extracting(AgencyVersion::change)
                .containsExactly(AgencyChange.REGISTERED, AgencyChange.MERGED);
        assertThat(run(line(1, agency("Z20", "Một", null))).changes())
                .as("closed stays closed")
                .isZero();
        assertThat(run(open(1, agency("Z20", "Một", null))).changed()).containsEntry(AgencyChange.REOPENED, 1);
        assertThat(record("Z20").successor()).isNull();
    }

    @Test
    void aFileWithAFaultChangesNothing() {
        refused("M.2.parent", line(1, agency("Z30", "Có", null)), line(2, agency("Z30.01", "Không", "Z39")));
        refused("M.2.id", line(1, agency("H03", "Một", null)), line(2, agency("000.00.00.H03", "Một", null)));
        refused("M.1.aliases", line(1, agency("Z30", "Lấy mã", null, MINISTRY.value())));
        refused("M.2.aliases", line(1, agency("Z30", "A", null, "Z3X")), line(2, agency("Z31", "B", null, "Z3X")));
        refused("M.1.parent", line(1, agency("Z30", "A", "Z31")), line(2, agency("Z31", "B", "Z30")));
        refused("M.1.parent", line(1, agency("Z30", "A", "Z30")));
        refused(
                "M.1.system",
                line(1, new Agency(id("Z30"), "A", null, null, null, List.of(), new SystemId("khong-co"))));
        refused("M.1.successor", closed(1, agency("H03", "A", null), "Z39"));
        refused("M.1.successor", closed(1, agency("H03", "A", null), "000.00.00.H03"));
        refused("M.2.closed", closed(1, agency("Z30", "A", null), null), line(2, agency("Z30.01", "B", "Z30")));
        run(line(1, agency("Z40", "A", null)), line(2, agency("Z40.01", "B", "Z40")));
        refused("M.7.closed", closed(7, agency("Z40", "A", null), null));
        run(line(1, agency("Z41", "A", null, codes(0))));
        refused("R.1.aliases", line(1, agency("Z41", "A", null, "Z41X")));
        assertThat(directory.find(id("Z30"))).isEmpty();
        assertThat(record("H03").version()).isEqualTo(1);
    }

    @Test
    void linesThatAreDoubledAreToldAtOnceHoweverDeepTheyAre() {
        AgencyLine[] doubled = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> line(n, below(31 - (n + 1) / 2)))
                .toArray(AgencyLine[]::new);
        long began = System.nanoTime();
        assertThat(refused("M.2.id", doubled)).hasSize(30).allMatch(code -> code.endsWith(".id"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aFileHasTwentyLevelsAtMost() {
        AgencyLine[] levels =
                IntStream.rangeClosed(1, 21).mapToObj(n -> line(n, below(n))).toArray(AgencyLine[]::new);
        assertThat(refused("M.21.parent", levels)).containsExactly("M.21.parent");
        run(Stream.of(levels).limit(20).toArray(AgencyLine[]::new));
        run(line(1, agency("Z71", "Trên nữa", null)));
        assertThat(refused("M.1.parent", line(1, agency("Z70.1", "Cấp 1", "Z71"))))
                .as("those below go with it")
                .containsExactly("M.1.parent");
    }

    private static Agency below(int level) {
        return agency("Z70." + level, "Cấp " + level, level == 1 ? null : "Z70." + (level - 1));
    }

    @Test
    void aFileThatIsTriedChangesNothingAndSaysWhatItWould() throws SQLException {
        ImportReport report = imports.run(OPERATOR, lines(Stream.of(line(1, agency("Z50", "Thử", null)))), true);
        assertThat(report.changed().get(AgencyChange.REGISTERED)).isEqualTo(1);
        assertThat(directory.find(id("Z50"))).isEmpty();
        assertThat(counted("agency_import_row", "true")).isZero();
        assertThat(counted("audit_entry", "body like '%directory-imported%'")).isZero();
    }

    @Test
    void aTransferThatBreaksOffLeavesNothing() throws SQLException {
        Iterator<Integer> numbers = IntStream.range(1, 3000).iterator();
        AgencyLines broken = new AgencyLines() {
            @Override
            public Optional<AgencyLine> next() {
                int number = numbers.next();
                if (number > 2500) {
                    throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED));
                }
                return Optional.of(line(number, agency("Z60." + number, "Số " + number, null)));
            }

            @Override
            public Sha256Digest digest() {
                throw new AssertionError("nothing was changed");
            }
        };
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> imports.run(OPERATOR, broken, false));
        assertThat(counted("agency_import_row", "true")).isZero();
        assertThat(directory.find(id("Z60.1"))).isEmpty();
    }

    @Test
    void onlyAnOperatorImports() {
        for (Caller caller : List.of(exchange.province, exchange.auditor)) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> imports.run(caller, lines(Stream.of()), false))
                    .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.NOT_PERMITTED));
        }
    }

    private ImportReport run(AgencyLine... file) {
        return imports.run(OPERATOR, lines(Stream.of(file)), false);
    }

    private List<String> refused(String code, AgencyLine... file) {
        try {
            run(file);
        } catch (FailureException e) {
            assertThat(e.failure().code()).isEqualTo(FailureCode.DIRECTORY_FILE_INVALID);
            List<String> codes =
                    e.failure().findings().stream().map(Finding::code).toList();
            assertThat(codes).contains(code);
            return codes;
        }
        throw new AssertionError("the file was taken");
    }

    private AgencyRecord record(String code) {
        return directory.find(id(code)).orElseThrow();
    }

    private int counted(String table, String condition) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table + " where " + condition)) {
            row.next();
            return row.getInt(1);
        }
    }

    static AgencyLines lines(Stream<AgencyLine> file) {
        Iterator<AgencyLine> lines = file.iterator();
        return new AgencyLines() {
            @Override
            public Optional<AgencyLine> next() {
                return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
            }

            @Override
            public Sha256Digest digest() {
                try {
                    return Sha256Digest.of(
                            MessageDigest.getInstance("SHA-256").digest("file".getBytes(StandardCharsets.UTF_8)));
                } catch (NoSuchAlgorithmException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static String[] codes(int from) {
        return IntStream.range(from, from + Agency.MOST_ALIASES)
                .mapToObj(n -> "Z41." + n)
                .toArray(String[]::new);
    }

    private static AgencyLine line(int line, Agency agency) {
        return new AgencyLine(line, agency, null, null);
    }

    private static AgencyLine open(int line, Agency agency) {
        return new AgencyLine(line, agency, false, null);
    }

    private static AgencyLine closed(int line, Agency agency, @Nullable String successor) {
        return new AgencyLine(line, agency, true, successor == null ? null : id(successor));
    }

    private static Agency agency(String id, String name, @Nullable String parent, String... aliases) {
        return new Agency(
                id(id),
                name,
                null,
                parent == null ? null : id(parent),
                null,
                Stream.of(aliases).map(OrganId::new).toList(),
                null);
    }

    private static OrganId id(String id) {
        return new OrganId(id);
    }
}
