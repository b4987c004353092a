package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.TestExchange;

/**
 * What is asked of a register has the same plan, and reads as many rows, with ten thousand entries and with many: those of
 * other agencies and years cost nothing.
 */
class RegisterGrowthIT {
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;

    private static final List<String> STATEMENTS = List.of(
            "select last_number, last_at from register_series where agency = 'H03' and direction = 'outgoing' and year = 2026"
                    + " and series = '' for update",
            RegisterRows.ENTRY + "where e.registered_by = 'it' and e.request_key = 'k-H03-2026-77'",
            RegisterRows.ENTRY + "where e.agency = 'H03' and e.direction = 'outgoing' and e.year = 2026"
                    + " and (e.series, e.number) > ('', 5000) order by e.series, e.number limit 20",
            RegisterRows.ENTRY + "where e.agency = 'H03' and e.direction = 'outgoing' and e.year = 2026"
                    + " and e.words @@ register_query('H03', 'outgoing', 2026, 'so 77') and (e.series, e.number) > ('', 0)"
                    + " order by e.series, e.number limit 20",
            RegisterRows.ENTRY + "where d.agency = 'H03' and d.direction = 'outgoing'"
                    + " and d.dispatch = '00000000-0000-7000-8000-000000000001' and d.in_force");

    @TempDir
    Path folder;

    private TestExchange exchange;

    /** @param rows that nodes of the plan gave or looked at */
    private record Seen(String plan, long rows) {}

    @Test
    void anAgencysOwnYearCostsTheSameHoweverMuchLiesBeside() throws SQLException {
        exchange = TestExchange.in(folder, 1);
        fill("H03", 2026, FEW);
        List<Seen> before = seen();
        for (int year = 2010; year < 2026; year++) {
            fill("G06", year, MANY / 16);
        }
        List<Seen> after = seen();
        for (int i = 0; i < STATEMENTS.size(); i++) {
            assertThat(after.get(i).plan())
                    .as(STATEMENTS.get(i))
                    .isEqualTo(before.get(i).plan());
            assertThat(after.get(i).plan()).doesNotContain("Seq Scan on register_entry");
            assertThat(after.get(i).rows())
                    .as(after.get(i).plan())
                    .isLessThanOrEqualTo(before.get(i).rows() + 5);
        }
    }

    private List<Seen> seen() throws SQLException {
        execute("analyze");
        List<Seen> seen = new ArrayList<>();
        for (String statement : STATEMENTS) {
            seen.add(explain(statement));
        }
        return seen;
    }

    private Seen explain(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("explain (analyze, costs off, timing off, summary off) " + sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        long rows = lines.stream()
                .filter(line -> line.contains("actual rows="))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*actual rows=(\\d+).*", "$1")))
                .sum();
        String plan = lines.stream()
                .filter(line -> line.contains("actual") || line.contains("never executed"))
                .map(line -> line.replaceAll(" \\(.*", ""))
                .collect(Collectors.joining("\n"));
        return new Seen(plan, rows);
    }

    private void fill(String agency, int year, int count) throws SQLException {
        String book = "'" + agency + "', 'outgoing', " + year;
        String sql = """
                insert into register (agency, direction, year, own_series, opened_at) values (%1$s, '{}', now());
                insert into register_series values (%1$s, '', %2$d, now());
                insert into register_entry (id, agency, direction, year, series, number, registered_at, registered_on,
                    registered_by, kind, type_name, notation, subject, author, signer, recipients, receiver, received_by, note,
                    request_key, request_sha256, words)
                select gen_random_uuid(), %1$s, '', g, now(), now()::date, 'it', 'CV', 'Công văn', 'UBND', 'Số ' || g, '', '', '',
                    '', '', '', 'k-%3$s-%4$d-' || g, sha256(g::text::bytea), register_words(%1$s, 'Số ' || g || ' về việc')
                from generate_series(1, %2$d) g""".formatted(book, count, agency, year);
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table register_entry disable trigger user");
            statement.execute("alter table register_series disable trigger user");
            statement.execute(sql);
            statement.execute("alter table register_entry enable trigger user");
            statement.execute("alter table register_series enable trigger user");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
