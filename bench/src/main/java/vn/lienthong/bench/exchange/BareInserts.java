package vn.lienthong.bench.exchange;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import vn.lienthong.bench.measure.Operation;

/** What an acceptance has to put on the disk and nothing else: the file, then the rows. */
final class BareInserts implements Operation {
    private final Messages messages;
    private final BareFiles files;
    private final BareRows rows;
    private final MessageDigest digest;

    BareInserts(Database database, Messages messages, BareFiles files, Clock clock, int worker)
            throws SQLException, NoSuchAlgorithmException {
        this.messages = messages;
        this.files = files;
        this.rows = new BareRows(database.asServer(), clock, worker);
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    @Override
    public void run() throws IOException, SQLException {
        byte[] message = messages.next();
        byte[] sha256 = digest.digest(message);
        files.write(message, sha256);
        rows.write(sha256);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
