package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What the database's errors mean. Source: PostgreSQL 15, Appendix A: error codes. */
final class SqlFailures {
    /** serialization_failure, deadlock_detected. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01");

    /** Classes: connection, insufficient resources, operator intervention (shutdown), system error. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58");

    private static final String DISK_FULL = "53100";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Who holds a lock for longer than others wait for it needs some seconds more. */
    private static final Duration LOCKED_FOR = Duration.ofSeconds(5);

    private SqlFailures() {}

    static boolean isTransient(JdbiException e) {
        return TRANSIENT.contains(state(e));
    }

    static boolean isUniqueViolation(JdbiException e) {
        return state(e).equals(UNIQUE_VIOLATION);
    }

    /** The failure that a caller is told, or the exception itself where it shows a fault of ours. */
    static RuntimeException translate(JdbiException e) {
        String state = state(e);
        if (state.equals(DISK_FULL)) {
            return new FailureException(Failure.of(FailureCode.STORAGE_FULL), e);
        }
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return new FailureException(Failure.retryLater(FailureCode.OVERLOADED, LOCKED_FOR), e);
        }
        boolean unavailable = e instanceof ConnectionException
                || TRANSIENT.contains(state)
                || state.length() == 5 && UNAVAILABLE.contains(state.substring(0, 2));
        return unavailable ? new FailureException(Failure.of(FailureCode.DATABASE_UNAVAILABLE), e) : e;
    }

    private static String state(JdbiException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
