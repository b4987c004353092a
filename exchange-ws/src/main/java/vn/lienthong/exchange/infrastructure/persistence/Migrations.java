package vn.lienthong.exchange.infrastructure.persistence;

import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database's tables up to this version of the server. Their owner does that; the runtime role, whom the server
 * works as, is granted what the server's statements need. The two may be one role.
 */
public final class Migrations {
    /** What needs no quotes, so that no text from outside gets into a statement. */
    private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,62}");

    private Migrations() {}

    /**
     * Every migration has been applied, in order, once, and the grants to the runtime role; concurrent nodes wait for
     * each other.
     *
     * @param owner connects as the role that owns the tables, or will
     */
    public static void migrate(DataSource owner, String runtimeRole) {
        migrations(runtimeRole).dataSource(owner).load().migrate();
    }

    /** The same, over a connection of its own. */
    public static void migrate(String url, String owner, String password, String runtimeRole) {
        migrations(runtimeRole).dataSource(url, owner, password).load().migrate();
    }

    /** How many migrations, and grants to this role, the database still lacks; any role that may read tells so. */
    public static int pending(DataSource database, String runtimeRole) {
        return migrations(runtimeRole).dataSource(database).load().info().pending().length;
    }

    private static FluentConfiguration migrations(String runtimeRole) {
        if (!ROLE.matcher(runtimeRole).matches()) {
            throw new IllegalArgumentException(
                    "the name of the runtime role has other characters than A-Z a-z 0-9 _ . -");
        }
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtimeRole", runtimeRole))
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }
}
