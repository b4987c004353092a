package vn.lienthong.exchange.infrastructure.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables up to this version of the server. */
public final class Migrations {
    private Migrations() {}

    /** Every migration has been applied, in order, once; concurrent nodes wait for each other. */
    public static void migrate(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
