package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Documents, statuses and promised work of the version before are brought to this one. */
class ChangesMigrationIT {
    private static final String SCHEMA = "it_changes_migration";

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
                .target("18")
                .load()
                .migrate();
        execute("""
                insert into system (id, name, roles) values ('s', 'S', '{EXCHANGE}');
                insert into agency (id, name, system) values ('H03', 'Bắc Kạn', 's'), ('G06', 'Bộ', 's'), ('H14', 'Cao Bằng', 's');
                insert into dispatch
                    select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'edoc', 'H03', 'D1', v, b, sha256(v::bytea), 1, 'S',
                        '1', 'UB', '2026-11-02', 0, now(), 's', 'VXP'
                    from (values (1, '', 0), (2, 'update', 2), (3, 'recall', 1)) as d (n, v, b);
                insert into delivery
                    select gen_random_uuid(), d.id, r, 'edoc', 'initial', 0, null, 'epoch', now(), now()
                    from dispatch d cross join unnest(array['G06', 'H14']) as r where r = 'G06' or d.business_type = 2;
                insert into business_status
                    select ('00000000-0000-7000-9000-00000000000' || n)::uuid, '00000000-0000-7000-8000-000000000001', 'G06', 'G06',
                        code, '', now(), now(), null
                    from (values (3, '05'), (1, '01'), (2, '03')) as s (n, code);
                insert into outbox
                    select ('00000000-0000-7000-a000-00000000000' || n)::uuid, 'STATUS_MESSAGE', 'G06',
                        '00000000-0000-7000-9000-00000000000' || n, now(), 0
                    from (values (3), (1), (2)) as o (n);""");
    }

    @Test
    void keepsTheOrderAndKnowsWhatUpdatesWhat() throws SQLException {
        Migrations.migrate(owner, "lienthong");

        assertThat(text("select string_agg(code, ' ' order by position) from business_status"))
                .isEqualTo("01 03 05");
        assertThat(text("select string_agg(right(payload, 1), ' ' order by position) from outbox"))
                .isEqualTo("1 2 3");
        assertThat(text("select string_agg(distinct lane, ',') from outbox"))
                .isEqualTo("00000000-0000-7000-8000-000000000001 G06");
        assertThat(text("select string_agg(right(change::text, 1) || right(target::text, 1) || party, ',')"
                        + " from dispatch_change"))
                .isEqualTo("21G06");
        execute("""
                insert into business_status (id, dispatch, party, reporter, code, description, at, recorded_at)
                    select gen_random_uuid(), dispatch, party, reporter, '06', '', at, recorded_at from business_status limit 1;
                insert into outbox (id, kind, lane, payload, due)
                    select '00000000-0000-7000-a000-000000000000', kind, lane, 'newest', due from outbox limit 1;""");
        assertThat(text("select code from business_status order by position desc limit 1"))
                .isEqualTo("06");
        assertThat(text("select payload from outbox order by position desc limit 1"))
                .isEqualTo("newest");
        assertThatThrownBy(() -> execute("update business_status set code = '01'"))
                .as("it is append-only again")
                .isInstanceOf(SQLException.class);
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
