package vn.lienthong.exchange.infrastructure.persistence;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Transactions in PostgreSQL. A commit that is answered is on the disk; a deadlock or serialisation failure is tried
 * again, and a connection that breaks is {@code database-unavailable}: whether its last commit took hold shows when the
 * caller repeats the request.
 */
public final class JdbiUnitOfWork implements UnitOfWork {
    private static final int ATTEMPTS = 4;

    private final Jdbi jdbi;
    private final LedgerParts parts;

    /**
     * @param database hands out connections in auto-commit mode, outside any transaction of a container
     * @param correlation the id that ties an audit entry to the log line of its request
     */
    public JdbiUnitOfWork(
            DataSource database, SecretVault vault, IdSource ids, SecureRandom random, Supplier<String> correlation) {
        this.jdbi = Jdbi.create(database)
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(Long.class, "bigint");
        // What was bound to a statement does not belong into an exception's message, which is logged.
        jdbi.configure(StatementExceptions.class, config -> config.setMessageRendering(MessageRendering.NONE));
        this.parts = new LedgerParts(vault, ids, random, correlation);
    }

    @Override
    public <T> T inTransaction(Function<Ledger, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> work.apply(new JdbiLedger(handle, parts)));
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlFailures.isTransient(e)) {
                    throw SqlFailures.translate(e);
                }
            }
        }
    }

    @Override
    public <T> T reading(Function<Ledger, T> work) {
        try {
            return jdbi.withHandle(handle -> work.apply(new JdbiLedger(handle, parts)));
        } catch (JdbiException e) {
            throw SqlFailures.translate(e);
        }
    }
}
