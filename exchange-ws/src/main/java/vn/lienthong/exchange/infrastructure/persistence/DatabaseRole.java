package vn.lienthong.exchange.infrastructure.persistence;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Whom the server works as in the database.
 *
 * @param ownsTables whether it could change or drop the tables themselves, and the triggers that keep them append-only
 */
public record DatabaseRole(String name, boolean ownsTables) {

    /** The role of these connections. Where no table is there yet, it owns what it may make. */
    public static DatabaseRole of(DataSource database) {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("""
                        select current_user as name,
                            coalesce(bool_or(pg_has_role(c.relowner, 'usage')),
                                has_schema_privilege(current_schema(), 'create')) as owns_tables
                        from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'""")
                        .map((row, context) -> new DatabaseRole(row.getString("name"), row.getBoolean("owns_tables")))
                        .one());
    }
}
