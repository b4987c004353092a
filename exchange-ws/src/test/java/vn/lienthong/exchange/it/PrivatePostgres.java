package vn.lienthong.exchange.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.infrastructure.persistence.Migrations;

/**
 * The tests' PostgreSQL, made by the launcher's own script: that of the server under test where there is one, or else a
 * cluster of this JVM's. Each test class works in a schema of its own.
 */
public final class PrivatePostgres {
    private static final int OWN_PORT = 21300;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static Path folder;

    private PrivatePostgres() {}

    /** A new schema with every migration applied, behind a pool of so many connections. */
    public static ConnectionPool migrated(int connections) {
        ConnectionPool pool = new ConnectionPool(freshSchema(), connections);
        Migrations.migrate(pool);
        return pool;
    }

    private static PGSimpleDataSource freshSchema() {
        PGSimpleDataSource database = database();
        String schema = "it_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema can be made", e);
        }
        database.setCurrentSchema(schema);
        return database;
    }

    private static synchronized PGSimpleDataSource database() {
        String script = Checkout.root().resolve("bin/private-postgres").toString();
        if (folder == null) {
            folder = start(script);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        for (String line : Commands.succeed(folder, List.of(script, "env", folder.toString()))
                .split("\n")) {
            String value = line.substring(line.indexOf('=') + 1);
            if (line.startsWith("export EXCHANGE_DB_URL=")) {
                database.setURL(value);
            } else if (line.startsWith("export EXCHANGE_DB_USER=")) {
                database.setUser(value);
            } else if (line.startsWith("export EXCHANGE_DB_PASSWORD=")) {
                database.setPassword(value);
            }
        }
        return database;
    }

    private static Path start(String script) {
        String state = System.getProperty("lienthong.it.state");
        if (state != null) {
            return Path.of(state, "postgres");
        }
        Path root = Checkout.root();
        Path own = root.resolve("exchange-ws/target/private-postgres");
        Commands.succeed(root, List.of(script, "start", own.toString(), Integer.toString(OWN_PORT)));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Commands.run(root, List.of(script, "stop", own.toString()))));
        return own;
    }
}
