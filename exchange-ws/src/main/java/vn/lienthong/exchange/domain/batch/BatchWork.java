package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** Batches as workers see them; bound to the transaction that it was taken from. */
public interface BatchWork {

    /**
     * Documents of the batch that has gone unserved for longest; concurrent workers get different ones. Documents whose
     * lease has run out are among them.
     */
    Optional<BatchClaim> claim(BatchClaim.Wanted wanted);

    /**
     * The claim's worker begins with that document, and all that the claim has left stays its own until then. False if that
     * document is not its own any more.
     */
    boolean begin(BatchId batch, UUID claim, int position, Instant until);

    /** Whether the claim holds on that document; if so it does until this transaction ends. */
    boolean holds(BatchId batch, UUID claim, int position);

    /** The document has its result. To be called where {@link #holds} said so. */
    void signed(BatchId batch, int position, ContentRef signed, Instant at);

    /** The document is refused. To be called where {@link #holds} said so. */
    void refused(BatchId batch, int position, Failure failure, Instant at);

    /** All that waits is refused, and what the claim has left. Returns how many. */
    int refuseRest(BatchId batch, UUID claim, Failure failure, Instant at);

    /**
     * The claim's unfinished documents wait again.
     *
     * @param untried the one that it is as if nobody had begun with, for the fault is not in it; null if there is none
     */
    void giveBack(BatchId batch, UUID claim, @Nullable Integer untried);

    /** No worker claims of the batch before then. */
    void pause(BatchId batch, FailureCode waitingFor, Instant due);

    /** Nothing keeps the batch waiting any more. */
    void resume(BatchId batch);

    /** What that node had claimed waits again: for a node that has just started under its name. */
    void giveBackAll(String node);

    /** One batch of which nothing is left to do becomes finished; empty if there is none. */
    Optional<Ended> finish(Instant at);

    /** A batch that has just become finished. */
    record Ended(BatchOrder order, int signed, int refused) {}
}
