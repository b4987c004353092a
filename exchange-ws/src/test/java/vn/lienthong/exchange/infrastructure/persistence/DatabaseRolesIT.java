package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.it.PrivatePostgres;

/** Whoever gets hold of the server's connections can still not rewrite what proves something, nor free himself to do so. */
class DatabaseRolesIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static PrivatePostgres.Schema schema;

    @BeforeAll
    static void migrate() {
        schema = PrivatePostgres.migrated(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "audit_batch", "audit_link", "log_node", "business_status"})
    void refusesTheServerToChangeWhatProvesSomething(String table) {
        refused("update " + table + " set " + column(table) + " = " + column(table));
        refused("delete from " + table);
        refused("truncate " + table);
        refused("truncate " + table + " cascade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table audit_entry disable trigger append_only",
                "alter table audit_entry disable trigger all",
                "drop trigger append_only on audit_entry",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "drop function refuse_change() cascade",
                "drop table audit_entry cascade",
                "drop table outbox",
                "alter table audit_entry owner to current_user",
                "alter table audit_entry add column more text",
                "create table audit_entry_2 (id uuid)",
                "create rule silence as on insert to audit_entry do instead nothing",
                "create trigger silence before insert on audit_entry execute function refuse_change()",
                "update flyway_schema_history set success = false",
                "set role lienthong_owner",
                "set session authorization lienthong_owner",
                "set session_replication_role = replica",
                "copy audit_entry to program 'cat'",
                "create temporary table t (id uuid)"
            })
    void refusesTheServerToFreeItself(String sql) {
        refused(sql);
    }

    @Test
    void tellsTheOwnerFromTheServersRole() {
        assertThat(DatabaseRole.of(schema.runtime())).isEqualTo(new DatabaseRole("lienthong", false));
        assertThat(DatabaseRole.of(schema.owner())).isEqualTo(new DatabaseRole("lienthong_owner", true));
    }

    @Test
    void findsNothingPendingForTheRoleThatWasGrantedTheTables() {
        assertThat(Migrations.pending(schema.runtime(), "lienthong")).isZero();
        assertThat(Migrations.pending(schema.runtime(), "lienthong_owner"))
                .as("grants to a role that has none yet")
                .isEqualTo(1);
    }

    /** A table of a later migration that R__grants.sql forgets. */
    @Test
    void leavesNoTableWithoutGrants() throws SQLException {
        assertThat(texts(schema.runtime(), """
                        select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace
                            and c.relkind = 'r' and not has_table_privilege(c.oid, 'select')""")).isEmpty();
    }

    @Test
    void refusesARoleWhoseNameEndsItsQuotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migrations.migrate(schema.owner(), "a\"; drop table outbox; --"));
    }

    private static String column(String table) {
        return switch (table) {
            case "audit_entry" -> "body";
            case "audit_batch" -> "seal";
            case "audit_link" -> "leaf_hash";
            case "log_node" -> "hash";
            default -> "code";
        };
    }

    private static void refused(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .as(sql)
                .isThrownBy(() -> execute(sql))
                .matches(e -> e.getSQLState().equals(INSUFFICIENT_PRIVILEGE), "insufficient_privilege");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = schema.runtime().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
}
