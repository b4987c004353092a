package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.Failure;

/** Batches as their owners send, watch and end them; bound to the transaction that it was taken from. */
public interface Batches {

    /** The batch is there and receives documents; no worker sees it, and nobody else. */
    void begin(BatchOrder order);

    void add(BatchId batch, List<BatchItem.Arrival> items);

    /**
     * The batch is complete, and workers go on with it. False if the owner has used that key before: then nothing changed.
     *
     * @param documents how many came
     * @param key the owner's name for the request, or null
     * @param request what was asked for, in one digest
     */
    boolean submit(BatchId batch, int documents, @Nullable IdempotencyKey key, Sha256Digest request);

    /** The batch that the owner asked for under that key. */
    Optional<Keyed> keyed(String owner, IdempotencyKey key);

    /** A batch that was not submitted is gone. */
    void drop(BatchId batch);

    /** The batch, if it is that owner's and was submitted. */
    Optional<SignatureBatch> find(BatchId batch, String owner);

    /** The owner's submitted batches, newest first. */
    List<SignatureBatch> of(String owner, Page page);

    /** How many batches of the owner's are not finished. */
    int unfinished(String owner);

    /** @param lately how far back the rate looks */
    BatchProgress progress(SignatureBatch batch, Instant lately, Instant now);

    /** Documents by position, from the one behind {@code after}; of one state, or of all. */
    List<BatchItem> items(BatchId batch, @Nullable ItemState state, int after, int most);

    Optional<BatchItem> item(BatchId batch, int position);

    /**
     * What waits is refused with that failure, and the batch is marked as cancelled. What a worker has in hand is finished
     * by it. Returns how many were refused.
     */
    int cancel(BatchId batch, Failure failure, Instant now);

    /** Batches that were finished before that time are gone, and those that never were submitted and began before it. */
    int remove(Instant finishedBefore, Instant abandonedBefore);

    /** An earlier request. */
    record Keyed(BatchId batch, Sha256Digest request) {}
}
