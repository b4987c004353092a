package vn.lienthong.exchange.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The audit log of the server that the container tests share, as it lies in its database. */
public final class AuditBodies {
    private AuditBodies() {}

    /** The entries about that deed, such as {@code signing-refused}, each as the octets that are hashed. */
    public static List<String> of(String deed) {
        return of(System.getenv("EXCHANGE_DB_URL"), deed);
    }

    /** The same of a server with a database of its own. */
    public static List<String> of(String url, String deed) {
        try (Connection database = DriverManager.getConnection(
                        url, System.getenv("EXCHANGE_DB_USER"), System.getenv("EXCHANGE_DB_PASSWORD"));
                PreparedStatement statement =
                        database.prepareStatement("select body from audit_entry where body like ? order by id")) {
            statement.setString(1, "%\"" + deed + "\"%");
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        } catch (SQLException e) {
            throw new IllegalStateException("the server's database does not answer", e);
        }
    }

    public static long count(String deed) {
        return of(deed).size();
    }
}
