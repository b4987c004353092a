package vn.lienthong.bench.exchange;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The server's own database, reached as the server reaches it, and as the tables' owner.
 *
 * @param variables EXCHANGE_DB_URL and what else the launcher sets
 */
record Database(Map<String, String> variables) {
    Database {
        variables = Map.copyOf(variables);
    }

    Connection asServer() throws SQLException {
        return connect("EXCHANGE_DB_USER", "EXCHANGE_DB_PASSWORD");
    }

    Connection asOwner() throws SQLException {
        return connect("EXCHANGE_DB_OWNER_USER", "EXCHANGE_DB_OWNER_PASSWORD");
    }

    /** How many deeds wait for their seal. */
    static long waitingForSeal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit_pending")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(variable("EXCHANGE_DB_URL"), variable(user), variable(password));
    }

    private String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
