package vn.lienthong.exchange.domain.ledger;

import java.util.function.Function;

/**
 * Transactions over all records. Thread-safe; transactions do not nest, and none is held open while something outside
 * the database is waited for.
 *
 * <p>Both methods throw {@code FailureException} with {@code database-unavailable} while there is no database.
 */
public interface UnitOfWork {

    /** Everything that {@code work} changed is durable, or, if it threw, nothing is. */
    <T> T inTransaction(Function<Ledger, T> work);

    /** The result of reading; nothing may be changed. */
    <T> T reading(Function<Ledger, T> work);
}
