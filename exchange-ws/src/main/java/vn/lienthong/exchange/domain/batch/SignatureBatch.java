package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.failure.FailureCode;

/**
 * A batch as it stands.
 *
 * @param documents how many it has
 * @param waitingFor what keeps it from going on, until {@code due}; null if nothing does
 * @param due when nodes go on with it
 * @param cancelledAt when its owner cancelled it, or null
 * @param finishedAt when its last document was signed or refused, or null
 */
public record SignatureBatch(
        BatchOrder order,
        int documents,
        @Nullable FailureCode waitingFor,
        Instant due,
        @Nullable Instant cancelledAt,
        @Nullable Instant finishedAt) {
    /** The most documents of one batch. */
    public static final int MOST_DOCUMENTS = 10_000;
}
