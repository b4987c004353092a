package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
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
                insert into agency_code select id, id from agency;
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
                .isEqualTo("{H03} {}");
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
