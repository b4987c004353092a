package vn.lienthong.exchange.infrastructure.persistence;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
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

    // The rows that permit a use stay as they are until the commit: nobody can disable a key or close a block between
    // this look and the use's being on the record. The policy is locked first, as by who changes it.
    private static final String RECORD = """
            with asked as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                    as u (account, key, policy, block, uses, id, body, salt, at, ordinal)),
            valid as materialized (
                select u.* from asked u
                join key_usage_block b on b.id = u.block and b.key_alias = u.key
                join key_policy p on p.id = u.policy and p.key_alias = u.key and p.state = 'EFFECTIVE'
                where exists (select from key_grant g
                    where (g.system = u.account or g.account = u.account) and g.key_alias = u.key
                        and g.withdrawn_at is null)
                for share of p for key share of b),
            counted as (
                insert into key_use (block, uses) select block, sum(uses) from valid group by block),
            noted as (
                insert into audit_entry (id, dispatch, body, salt, at)
                select id, null, body, decode(salt, 'hex'), at::timestamptz from valid
                returning id),
            pending as (
                insert into audit_pending (entry) select id from noted order by id)
            select ordinal from valid""";

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
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            set(statement, 1, "text", uses, one -> one.use().account());
            set(statement, 2, "text", uses, one -> one.use().keyAlias());
            set(statement, 3, "uuid", uses, one -> one.use().policy());
            set(statement, 4, "uuid", uses, one -> one.use().block());
            set(statement, 5, "bigint", uses, one -> one.use().count());
            set(statement, 6, "uuid", uses, one -> ids.next());
            set(statement, 7, "text", uses, JdbcUseRecords::body);
            set(statement, 8, "text", uses, one -> salt());
            set(statement, 9, "text", uses, one -> one.note().note().at().toString());
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

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<NotedUse> uses,
            Function<NotedUse, @Nullable Object> value)
            throws SQLException {
        Array array = statement
                .getConnection()
                .createArrayOf(type, uses.stream().map(value).toArray());
        statement.setArray(index, array);
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
