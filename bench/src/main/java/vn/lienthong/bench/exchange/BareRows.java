package vn.lienthong.bench.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** One connection that writes what an acceptance writes: the rows of one dispatch, in one transaction, row by row. */
final class BareRows implements AutoCloseable {
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 1L << 63;

    private final Connection connection;
    private final Clock clock;
    private final SplittableRandom random;
    private final List<RowTemplate> templates;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    /** Rows as those of the dispatch that the server accepted last. */
    BareRows(Connection connection, Clock clock, int worker) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        this.random = new SplittableRandom(worker);
        this.templates = templates(connection);
        connection.setAutoCommit(false);
        for (RowTemplate template : templates) {
            inserts.add(connection.prepareStatement(template.insert()));
        }
    }

    /** The rows of a new dispatch with that digest are on the disk. */
    void write(byte[] sha256) throws SQLException {
        UUID dispatch = newId();
        UUID entry = newId();
        for (int i = 0; i < templates.size(); i++) {
            RowTemplate template = templates.get(i);
            template.write(
                    inserts.get(i),
                    switch (template.table()) {
                        case "dispatch" ->
                            Map.of("id", dispatch, "document_id", dispatch.toString(), "content_sha256", sha256);
                        case "delivery" -> Map.of("id", newId(), "dispatch", dispatch);
                        case "audit_entry" -> Map.of("id", entry, "dispatch", dispatch);
                        case "audit_pending" -> Map.of("entry", entry);
                        default -> throw new IllegalStateException(template.table());
                    });
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** They sort by time, as the server's do: an index grows at its end. */
    private UUID newId() {
        return new UUID(clock.millis() << 16 | VERSION_7 | random.nextInt(1 << 12), VARIANT | random.nextLong() >>> 2);
    }

    private static List<RowTemplate> templates(Connection connection) throws SQLException {
        UUID dispatch = newest(connection);
        List<RowTemplate> rows = new ArrayList<>();
        rows.addAll(RowTemplate.of(connection, "dispatch", "id = ?", dispatch));
        rows.addAll(RowTemplate.of(connection, "delivery", "dispatch = ?", dispatch));
        rows.addAll(RowTemplate.of(connection, "audit_entry", "dispatch = ?", dispatch));
        // it is sealed and gone by now
        rows.add(new RowTemplate("audit_pending", Map.of("entry", dispatch)));
        return rows;
    }

    private static UUID newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from dispatch order by id desc limit 1")) {
            if (!row.next()) {
                throw new IllegalStateException("the server has accepted nothing yet");
            }
            return row.getObject(1, UUID.class);
        }
    }
}
