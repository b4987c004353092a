package vn.lienthong.bench.exchange;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that an acceptance writes to, once more in a schema of their own with every index, check and foreign key, so
 * that nobody seals or delivers what is put there.
 */
final class BareTables {
    static final String SCHEMA = "bare";

    /** In the order in which their rows refer to one another. */
    static final List<String> NAMES = List.of("dispatch", "delivery", "audit_entry", "audit_pending");

    private BareTables() {}

    /** They are there, and empty. */
    static void make(Connection owner, String runtimeRole) throws SQLException {
        List<String> foreignKeys = foreignKeys(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
            for (String name : NAMES) {
                statement.execute("create table " + SCHEMA + "." + name + " (like public." + name + " including all)");
            }
            // a key that names one of these tables means the one of this schema
            statement.execute("set search_path to " + SCHEMA + ", public");
            for (String foreignKey : foreignKeys) {
                statement.execute(foreignKey);
            }
            statement.execute("grant usage on schema " + SCHEMA + " to \"" + runtimeRole + "\"");
            statement.execute("grant select, insert on all tables in schema " + SCHEMA + " to \"" + runtimeRole + "\"");
        }
    }

    private static List<String> foreignKeys(Connection owner) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("""
                        select t.relname, pg_get_constraintdef(c.oid) from pg_constraint c
                        join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                        where c.contype = 'f' and n.nspname = 'public'
                            and t.relname in ('""" + String.join("', '", NAMES) + "')")) {
            while (row.next()) {
                statements.add("alter table " + SCHEMA + "." + row.getString(1) + " add " + row.getString(2));
            }
        }
        return statements;
    }
}
