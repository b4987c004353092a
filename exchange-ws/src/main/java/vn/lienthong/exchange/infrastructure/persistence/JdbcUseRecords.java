package vn.lienthong.exchange.infrastructure.persistence;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UseRecords;
import vn.lienthong.signer.evidence.Salt;

/**
 * Uses and their audit entries in one statement that is a transaction by itself: each signature waits for it, so it is one
 * round trip, and what a mapping library does for a statement would cost more than the statement. The conditions are those of
 * {@link JdbiUsageLedger#record}, the entries those of {@link JdbiAuditTrail}.
 */
public final class JdbcUseRecords implements UseRecords {
    private static final int ATTEMPTS = 4;

    private final DataSource database;
    private final IdSource ids;
    private final SecureRandom random;

    /** @param database hands out connections in auto-commit mode, outside any transaction of a container */
    public JdbcUseRecords(DataSource database, IdSource ids, SecureRandom random) {
        this.database = database;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public List<Boolean> record(List<NotedUse> uses) {
        for (int attempt = 1; ; attempt++) {
            try {
                return recordOnce(uses);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlFailures.isTransient(e)) {
                    throw SqlFailures.translate(e);
                }
            }
        }
    }

    private List<Boolean> recordOnce(List<NotedUse> uses) {
        List<UseStatement.Row> rows = uses.stream().map(this::row).toList();
        try (Connection connection = connection();
                PreparedStatement statement = UseStatement.of(connection, rows)) {
            Boolean[] recorded = new Boolean[uses.size()];
            Arrays.fill(recorded, false);
            try (ResultSet valid = statement.executeQuery()) {
                while (valid.next()) {
                    recorded[valid.getInt(1) - 1] = true;
                }
            }
            return List.of(recorded);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("uses of keys cannot be recorded", e, null);
        }
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private UseStatement.Row row(NotedUse one) {
        return new UseStatement.Row(
                one.use().account(),
                one.use().keyAlias(),
                one.use().policy(),
                one.use().block(),
                one.use().count(),
                ids.next(),
                body(one),
                salt(),
                one.note().note().at().toString());
    }

    private static String body(NotedUse use) {
        if (use.note().note().dispatch() != null) {
            throw new IllegalArgumentException("a use of a key belongs to no dispatch");
        }
        return AuditEntries.body(use.note().note(), use.note().correlationId());
    }

    private String salt() {
        byte[] salt = new byte[Salt.LENGTH];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
