package vn.lienthong.exchange.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.infrastructure.persistence.Migrations;

/**
 * The tests' PostgreSQL, made by the launcher's own script: that of the server under test where there is one, or else a
 * cluster of this JVM's. Each test class works in a schema of its own.
 */
public final class PrivatePostgres {
    private static final int OWN_PORT = Integer.getInteger("lienthong.it.own-db-port", 21300);
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** Those of the tests before; they leave nothing open once another test makes its schema. */
    private static final Queue<ConnectionPool> POOLS = new ConcurrentLinkedQueue<>();

    private static Path folder;

    private PrivatePostgres() {}

    /** One schema as its owner sees it, and as the server's role does through a pool. */
    public record Schema(DataSource owner, ConnectionPool runtime, DataSource unpooled) {

        /** A second pool of the server's role, as another node has one. */
        ConnectionPool anotherPool(int connections) {
            ConnectionPool pool = new ConnectionPool(unpooled, connections);
            POOLS.add(pool);
            return pool;
        }
    }

    /** A new schema with every migration applied; the server's role has so many connections. */
    public static Schema migrated(int connections) {
        Map<String, String> environment = environment();
        String schema = "it_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        PGSimpleDataSource owner = database(environment, "EXCHANGE_DB_OWNER", schema);
        make(schema, owner);
        Migrations.migrate(owner, environment.get("EXCHANGE_DB_USER"));
        POOLS.forEach(ConnectionPool::closeIdle);
        PGSimpleDataSource runtime = database(environment, "EXCHANGE_DB", schema);
        ConnectionPool pool = new ConnectionPool(runtime, connections);
        POOLS.add(pool);
        return new Schema(owner, pool, runtime);
    }

    /** The tables of the server under test are there before it starts: its own role may not make them. */
    static void migrate(Path cluster) {
        Map<String, String> environment = environment(cluster);
        Migrations.migrate(database(environment, "EXCHANGE_DB_OWNER", "public"), environment.get("EXCHANGE_DB_USER"));
    }

    private static void make(String schema, DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema can be made", e);
        }
    }

    private static PGSimpleDataSource database(Map<String, String> environment, String role, String schema) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(environment.get("EXCHANGE_DB_URL"));
        database.setUser(environment.get(role + "_USER"));
        database.setPassword(environment.get(role + "_PASSWORD"));
        database.setCurrentSchema(schema);
        return database;
    }

    private static synchronized Map<String, String> environment() {
        if (folder == null) {
            folder = start();
        }
        return environment(folder);
    }

    private static Map<String, String> environment(Path cluster) {
        Map<String, String> environment = new HashMap<>();
        for (String line : Commands.succeed(cluster, List.of(script(), "env", cluster.toString()))
                .split("\n")) {
            String assignment = line.substring("export ".length());
            int equals = assignment.indexOf('=');
            environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return environment;
    }

    private static String script() {
        return Checkout.root().resolve("bin/private-postgres").toString();
    }

    private static Path start() {
        String state = System.getProperty("lienthong.it.state");
        if (state != null) {
            return Path.of(state, "postgres");
        }
        Path root = Checkout.root();
        Path own = root.resolve("exchange-ws/target/private-postgres");
        Commands.succeed(root, List.of(script(), "start", own.toString(), Integer.toString(OWN_PORT)));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Commands.run(root, List.of(script(), "stop", own.toString()))));
        return own;
    }
}
