package vn.lienthong.exchange.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.application.register.Clerk.OUTGOING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.TestExchange;

/** A register is closed when its year is over; then nobody changes it, not even the owner of the tables. */
class ClosingIT {
    @TempDir
    Path folder;

    private TestExchange exchange;
    private Clerk clerk;
    private ClosedRegisters closed;
    private RegisterEntry first;

    @BeforeEach
    void fill() {
        exchange = TestExchange.in(folder, 4);
        clerk = new Clerk(exchange);
        closed = new ClosedRegisters(exchange, clerk, folder);
        first = clerk.decision(exchange.province, OUTGOING, "a");
        clerk.decision(exchange.province, OUTGOING, "b");
        clerk.amendEntry.cancel(exchange.province, OUTGOING, first.id(), "Không ban hành");
    }

    @Test
    void isRefusedWhileTheYearRunsInVietnam() {
        clerk.at("2026-12-31T16:59:59Z");
        refused(FailureCode.REGISTER_YEAR_NOT_OVER, this::close);
        clerk.at("2026-12-31T17:00:00Z");
        assertThat(close().closing().entries()).isEqualTo(2);
    }

    @Test
    void itsDigestAndLastNumberStandInTheAuditLogAndItsFilesStay() throws Exception {
        clerk.at("2027-01-02T02:00:00Z");
        Closing closing = close().closing();
        Path xml = written(closed.printing.xml(exchange.province, OUTGOING, null, null), "closed.xml");
        Path pdf = written(closed.printing.pdf(exchange.province, OUTGOING, null, null), "closed.pdf");
        assertThat(sha256(xml)).isEqualTo(closing.xml().digest().hex());
        assertThat(sha256(pdf)).isEqualTo(closing.print().pdf().digest().hex());
        assertThat(closing.print().sealedWith()).isNull();
        assertThat(Commands.succeed(folder, List.of("pdftotext", "-layout", "closed.pdf", "-")))
                .contains("không mang chữ ký số")
                .contains(closing.xml().digest().hex());
        assertThat(audited("register-closed"))
                .contains("\"entries\":\"2\"")
                .contains("\"last\":\"2\"")
                .contains(closing.xml().digest().hex());
        // again: the same, and nothing more on the record
        assertThat(close().closing()).isEqualTo(closing);
        assertThat(texts(exchange.owner, "select body from audit_entry where body like '%\"register-closed\"%'"))
                .hasSize(1);
        Set<Sha256Digest> used = exchange.unitOfWork.reading(ledger -> ledger.contentUse()
                .usedOf(List.of(closing.xml().digest(), closing.print().pdf().digest())));
        assertThat(used).as("nobody sweeps them away").hasSize(2);
    }

    @Test
    void nothingIsWrittenInItAnyMore() throws SQLException {
        RegisterEntry second = clerk.reading
                .list(exchange.province, OUTGOING, EntryFilter.ALL, Place.START, 10)
                .getLast();
        clerk.at("2027-01-02T02:00:00Z");
        close();
        refused(
                FailureCode.REGISTER_CLOSED,
                () -> clerk.amendEntry.cancel(exchange.province, OUTGOING, second.id(), "Sau khi đóng"));
        refused(
                FailureCode.REGISTER_CLOSED,
                () -> clerk.amendEntry.add(
                        exchange.province,
                        OUTGOING,
                        second.id(),
                        new AmendEntry.Addition(new Handover("x", null, "", ""), null, null)));
        // a clock that goes wrong brings no number into it
        clerk.at("2026-06-01T02:00:00Z");
        refused(FailureCode.REGISTER_CLOSED, () -> clerk.decision(exchange.province, OUTGOING, "c"));
        for (DataSource role : List.of(exchange.owner, exchange.database)) {
            for (String sql : FORBIDDEN) {
                forbidden(role, sql);
            }
        }
    }

    private static final List<String> FORBIDDEN = List.of(
            "update register set closed_at = null, closed_by = null, entries = null, xml_sha256 = null, xml_length = null",
            "update register set entries = 1",
            "update register set pdf_sha256 = xml_sha256",
            "delete from register",
            "truncate register cascade",
            "update register_entry set subject = 'x'",
            "delete from register_entry",
            "update register_series set last_number = last_number + 1",
            "update register_series set last_number = 1",
            "insert into register_cancellation select id, now(), 'it', 'x' from register_entry where number = 2",
            "insert into register_addition (entry, at, by, receiver, received_by, note)"
                    + " select id, now(), 'it', 'x', '', '' from register_entry",
            "delete from register_cancellation");

    @Test
    void anOpenRegisterHasNoGapWhateverIsTried() throws SQLException {
        for (DataSource role : List.of(exchange.owner, exchange.database)) {
            forbidden(role, "update register_series set last_number = last_number + 2");
            forbidden(role, "update register_series set last_number = last_number - 1");
            forbidden(role, "update register_series set last_number = last_number + 1");
            forbidden(role, """
                    insert into register_entry (id, agency, direction, year, series, number, registered_at, registered_on,
                        registered_by, kind, type_name, notation, subject, author, signer, recipients, receiver, received_by,
                        note, words)
                    select gen_random_uuid(), agency, direction, year, series, 7, registered_at, registered_on, registered_by,
                        kind, type_name, notation, subject, author, signer, recipients, receiver, received_by, note, words
                    from register_entry where number = 2""");
            forbidden(role, "delete from register_entry where number = 2");
            forbidden(role, "update register_entry set number = 3 where number = 2");
        }
    }

    @Test
    void aYearWithoutDocumentsIsClosedToo() {
        clerk.at("2027-01-02T02:00:00Z");
        BookName incoming = new BookName(null, Direction.INCOMING, 2026);
        Book book = closed.closing.close(exchange.ministry, incoming, Optional.empty());
        assertThat(book.closing().entries()).isZero();
    }

    private Book close() {
        return closed.closing.close(exchange.province, OUTGOING, Optional.empty());
    }

    private Path written(WrittenRegister register, String name) throws IOException {
        Path file = folder.resolve(name);
        try (register;
                InputStream in = register.open()) {
            Files.copy(in, file);
        }
        return file;
    }

    private String sha256(Path file) throws Exception {
        return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)))
                .hex();
    }

    private String audited(String deed) throws SQLException {
        return texts(exchange.owner, "select body from audit_entry where body like '%\"" + deed + "\"%'")
                .getFirst();
    }

    private static List<String> texts(DataSource database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void forbidden(DataSource role, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .as(sql)
                .isThrownBy(() -> {
                    try (Connection connection = role.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .matches(e -> e.getSQLState().equals("42501"), "insufficient_privilege");
    }

    private static void refused(FailureCode code, Runnable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
