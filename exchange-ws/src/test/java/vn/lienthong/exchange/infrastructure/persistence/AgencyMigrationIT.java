package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.TestExchange;

/** A directory of the version before is brought to this one. */
class AgencyMigrationIT {
    private static final String SCHEMA = "it_agency_migration";

    @TempDir
    Path folder;

    private PGSimpleDataSource owner;

    @BeforeEach
    void theVersionBefore() throws SQLException {
        owner = inOwnSchema((PGSimpleDataSource) TestExchange.in(folder, 1).owner);
        execute("drop schema if exists " + SCHEMA + " cascade");
        execute("create schema " + SCHEMA);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtimeRole", "lienthong"))
                .repeatableSqlMigrationPrefix("LATER") // the grants speak of all tables
                .target("15")
                .load()
                .migrate();
        execute("""
                insert into system (id, name, roles) values ('s', 'S', '{EXCHANGE}');
                insert into agency values ('000.00.00.H03', 'Ủy ban nhân dân tỉnh Bắc Kạn', 'a@b.example', null, '000.00.00.H03', 's');
                insert into agency values ('H03.11', E'Sở\\u200b Đo\\nđạc ', 'không phải thư', '000.00.00.H03', 'mã cũ', null);
                insert into agency values ('H03.12', E'\\u2003\\u00a0Sở\\ue000\\u0378 Nội vụ\\u3000\\u2009', E'so\\u200b@b.example', null, null, null);
                insert into agency values ('H03.13', repeat('Sở ', 67), E'so\\ue000@b.example', null, null, null);
                insert into agency values ('H03.14', E'\\U000e0041\\u200b ', 'a@b@c', null, null, null);
                insert into agency values ('H03.15', '外交部 “Бộ” – “Ngoại giao”', 'thư@b.example', null, null, null);
                insert into agency_code select id, id from agency;
                insert into agency_code select 'H03.12.' || n, 'H03.12' from generate_series(1, 25) n;
                insert into agency_code values ('H03', '000.00.00.H03');""");
    }

    @Test
    void keepsWhatThereIsAndCompletesIt() throws SQLException {
        Migrations.migrate(owner, "lienthong");

        assertThat(text("select code20 || ' ' || level || ' ' || version from agency where id = '000.00.00.H03'"))
                .isEqualTo("H03 1 1");
        assertThat(text("select words::text from agency where id = '000.00.00.H03'"))
                .isEqualTo("'00' '000' 'bac' 'ban' 'dan' 'h03' 'kan' 'nhan' 'tinh' 'uy'");
        assertThat(text("select name || '|' || (mail is null) || (code102 is null) from agency where id = 'H03.11'"))
                .isEqualTo("Sở  Đo đạc|truetrue");
        assertThat(text("select string_agg(aliases::text, ' ' order by agency) from agency_version"))
                .startsWith("{H03} {} {H03.12.1,H03.12.10,");
    }

    @Test
    void everyAgencyCanBeReadAndChangedAfterwards() throws SQLException {
        Migrations.migrate(owner, "lienthong");

        Jdbi jdbi = Jdbi.create(owner).registerArrayType(String.class, "text");
        List<Agency> all = jdbi.withHandle(handle -> new JdbiAgencies(handle)
                .list(AgencyFilter.changed(null), null, 100).stream()
                        .map(AgencyRecord::agency)
                        .toList());
        assertThat(all)
                .extracting(Agency::name)
                .containsExactly(
                        "Ủy ban nhân dân tỉnh Bắc Kạn",
                        "Sở  Đo đạc",
                        "\u00a0Sở   Nội vụ",
                        "Sở ".repeat(67).strip(),
                        "H03.14",
                        "外交部 “Бộ” – “Ngoại giao”");
        assertThat(all)
                .extracting(Agency::mail)
                .containsExactly("a@b.example", null, null, null, null, "thư@b.example");
        Agency many = all.get(2);
        assertThat(many.aliases()).hasSize(25);
        jdbi.useTransaction(handle -> {
            JdbiAgencies agencies = new JdbiAgencies(handle);
            ChangeBy by = new ChangeBy("it", Instant.now());
            Agency renamed = new Agency(many.id(), "Sở Nội vụ", null, null, null, List.of(), null);
            assertThat(agencies.put(renamed, by)).isTrue();
            assertThat(agencies.find(many.id()).orElseThrow().aliases()).hasSize(25);
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> agencies.put(renamed.withAliases(List.of(new OrganId("H03.X"))), by));
            for (Agency one : all) {
                assertThat(agencies.history(one.id())).isNotEmpty();
            }
        });
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource inOwnSchema(PGSimpleDataSource other) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(other.getURL());
        owner.setUser(other.getUser());
        owner.setPassword(other.getPassword());
        owner.setCurrentSchema(SCHEMA);
        return owner;
    }
}
