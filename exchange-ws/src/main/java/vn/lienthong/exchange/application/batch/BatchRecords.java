package vn.lienthong.exchange.application.batch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.batch.BatchProgress;
import vn.lienthong.exchange.domain.batch.ItemState;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What a caller sees of its batches; to everybody else there are none. Thread-safe. */
public final class BatchRecords {
    /** How far back the rate looks: a pause shows soon, and a slow document does not shake it. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final BatchLimits limits;
    private final Clock clock;

    public BatchRecords(UnitOfWork unitOfWork, ContentStore store, BatchLimits limits, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A batch and how far it is.
     *
     * @param end when it is done if it goes on like this, or null where that cannot be said
     * @param expires when its results are removed, or null while it is not finished
     */
    public record Standing(
            SignatureBatch batch,
            BatchProgress progress,
            @Nullable Instant end,
            @Nullable Instant expires) {}

    /** @throws FailureException {@code not-found} if the caller has no such batch */
    public Standing standing(Caller caller, BatchId id) {
        return unitOfWork.reading(ledger -> standing(ledger, owned(ledger, caller, id)));
    }

    /** @throws FailureException {@code not-found} if the caller has no such batch */
    public SignatureBatch batch(Caller caller, BatchId id) {
        return unitOfWork.reading(ledger -> owned(ledger, caller, id));
    }

    /** The caller's batches, newest first. */
    public List<Standing> all(Caller caller, Page page) {
        return unitOfWork.reading(ledger -> ledger.batches().of(caller.name(), page).stream()
                .map(batch -> standing(ledger, batch))
                .toList());
    }

    private Standing standing(Ledger ledger, SignatureBatch batch) {
        Instant now = clock.instant();
        BatchProgress progress = ledger.batches().progress(batch, now.minus(LATELY), now);
        Instant finished = batch.finishedAt();
        return new Standing(
                batch,
                progress,
                progress.end(now).orElse(null),
                finished == null ? null : finished.plus(limits.retention()));
    }

    /** Documents of one state or of all, from the one behind {@code after}. */
    public List<BatchItem> items(Caller caller, BatchId id, @Nullable ItemState state, int after, int most) {
        return unitOfWork.reading(ledger -> {
            SignatureBatch batch = owned(ledger, caller, id);
            return ledger.batches().items(batch.order().id(), state, after, most);
        });
    }

    /**
     * The document, which is signed.
     *
     * @throws FailureException {@code not-found}, {@code batch-item-waiting}, or why it was refused
     */
    public BatchItem signed(Caller caller, BatchId id, int position) {
        BatchItem item = unitOfWork
                .reading(ledger -> {
                    SignatureBatch batch = owned(ledger, caller, id);
                    return ledger.batches().item(batch.order().id(), position);
                })
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, Integer.toString(position))));
        Failure failure = item.failure();
        if (failure != null) {
            throw new FailureException(failure);
        }
        if (item.signed() == null) {
            throw new FailureException(Failure.of(FailureCode.BATCH_ITEM_WAITING, Integer.toString(position)));
        }
        return item;
    }

    /** The octets of a result, which the caller closes. */
    public InputStream open(ContentRef signed) {
        try {
            return store.open(signed);
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    /** What was not begun is not signed any more; what is signed stays. Repeated, nothing changes. */
    public Standing cancel(Caller caller, BatchId id) {
        Instant now = clock.instant();
        unitOfWork.inTransaction(ledger -> {
            SignatureBatch batch = owned(ledger, caller, id);
            if (batch.finishedAt() == null) {
                int refused = ledger.batches().cancel(id, Failure.of(FailureCode.BATCH_CANCELLED), now);
                if (refused > 0 || batch.cancelledAt() == null) {
                    TreeMap<String, String> details = new TreeMap<>();
                    details.put("batch", id.toString());
                    details.put("refused", Integer.toString(refused));
                    ledger.audit()
                            .append(new AuditNote(Deed.BATCH_CANCELLED, now, null, caller.name(), null, null, details));
                }
            }
            return true;
        });
        return standing(caller, id);
    }

    /** Batches whose results have expired are gone, and what a request left that never came to its end. */
    public int removeExpired() {
        Instant now = clock.instant();
        return unitOfWork.inTransaction(
                ledger -> ledger.batches().remove(now.minus(limits.retention()), now.minus(Duration.ofDays(1))));
    }

    private static SignatureBatch owned(Ledger ledger, Caller caller, BatchId id) {
        return ledger.batches()
                .find(id, caller.name())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString())));
    }
}
