package vn.lienthong.exchange.application.batch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.batch.BatchClaim;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchWork.Ended;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * The worker of all batches: claims a few documents, signs each with the right that its owner has at that moment, and puts
 * result, use of the key and audit entry on the record in one transaction. If it dies in between, the documents come up
 * again; a result of a claim that has run out meanwhile is not taken. Thread-safe; nodes and threads share the work.
 */
public final class SignBatches {
    /** Few, so that batches take turns; enough that claiming costs little beside signing. */
    private static final int AT_ONCE = 8;

    /** Far longer than the slowest document takes: one that took longer would be signed again and again. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** A document with which workers began so often and never came to an end is not tried again. */
    private static final int MOST_TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final SignItem signing;
    private final BatchLimits limits;
    private final IdSource ids;
    private final Clock clock;
    private final String node;

    /** @param node this node's name, which no other has */
    public SignBatches(
            UnitOfWork unitOfWork,
            ContentStore store,
            SignItem signing,
            BatchLimits limits,
            IdSource ids,
            Clock clock,
            String node) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.signing = signing;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    /** What this node had in hand when it last ended waits again. To be called before the first {@link #run}. */
    public void start() {
        unitOfWork.inTransaction(ledger -> {
            ledger.batchWork().giveBackAll(node);
            return true;
        });
    }

    /** Some documents of one batch are signed or refused. False if there was nothing to do. */
    public boolean run() {
        Instant now = now();
        BatchClaim.Wanted wanted = new BatchClaim.Wanted(ids.next(), node, AT_ONCE, now, now.plus(LEASE));
        Optional<BatchClaim> claim =
                unitOfWork.inTransaction(ledger -> ledger.batchWork().claim(wanted));
        if (claim.isEmpty()) {
            return finishOne();
        }
        work(claim.get());
        return true;
    }

    private void work(BatchClaim claim) {
        boolean undisturbed = false;
        try {
            Caller owner = owner(claim);
            Optional<Bytes> image = image(claim);
            for (BatchClaim.Item item : claim.items()) {
                if (!begins(claim, item) || !isDone(claim, owner, image, item)) {
                    return;
                }
            }
            if (claim.pauses() > 0) {
                unitOfWork.inTransaction(ledger -> {
                    ledger.batchWork().resume(claim.order().id());
                    return true;
                });
            }
            undisturbed = true;
        } catch (FailureException e) {
            refuseOrPause(claim, null, e.failure());
        } finally {
            if (!undisturbed) {
                giveBack(claim);
            }
        }
    }

    /** A slow document may have used up much of the lease of those behind it. */
    private boolean begins(BatchClaim claim, BatchClaim.Item item) {
        return unitOfWork.inTransaction(ledger ->
                ledger.batchWork().begin(claim.order().id(), claim.token(), item.position(), now().plus(LEASE)));
    }

    /** Whether the document is done with and the next one may be looked at. */
    private boolean isDone(BatchClaim claim, Caller owner, Optional<Bytes> image, BatchClaim.Item item) {
        if (item.tries() >= MOST_TRIES) {
            refuse(claim, item, Failure.of(FailureCode.INTERNAL));
            return true;
        }
        try {
            signing.sign(claim, owner, image, item);
            return true;
        } catch (FailureException e) {
            FailureCode code = e.failure().code();
            if (concernsAll(code) || isForLater(code)) {
                refuseOrPause(claim, item.position(), e.failure());
                return false;
            }
            refuse(claim, item, e.failure());
            return true;
        }
    }

    /** The key or its owner is the reason, so that the next document fares no better. */
    private static boolean concernsAll(FailureCode code) {
        return code.category() == Category.POLICY && !isForLater(code) || code == FailureCode.KEY_UNKNOWN;
    }

    private static boolean isForLater(FailureCode code) {
        return code.retryable() || code == FailureCode.KEY_POLICY_CHANGED;
    }

    private void refuseOrPause(BatchClaim claim, @Nullable Integer position, Failure failure) {
        Instant now = now();
        boolean late = now.isAfter(claim.order().createdAt().plus(limits.patience()));
        BatchId batch = claim.order().id();
        unitOfWork.inTransaction(ledger -> {
            if (isForLater(failure.code()) && !late) {
                ledger.batchWork().giveBack(batch, claim.token(), position);
                ledger.batchWork().pause(batch, failure.code(), now.plus(pause(claim)));
            } else {
                ledger.batchWork().refuseRest(batch, claim.token(), failure, now);
            }
            return true;
        });
    }

    private static Duration pause(BatchClaim claim) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(claim.pauses(), MOST_DOUBLINGS));
    }

    private void refuse(BatchClaim claim, BatchClaim.Item item, Failure failure) {
        BatchId batch = claim.order().id();
        unitOfWork.inTransaction(ledger -> {
            if (ledger.batchWork().holds(batch, claim.token(), item.position())) {
                ledger.batchWork().refused(batch, item.position(), failure, now());
            }
            return true;
        });
    }

    /** Also while an exception that nobody expected is on its way to the log. */
    private void giveBack(BatchClaim claim) {
        unitOfWork.inTransaction(ledger -> {
            ledger.batchWork().giveBack(claim.order().id(), claim.token(), null);
            return true;
        });
    }

    private Caller owner(BatchClaim claim) {
        return unitOfWork
                .reading(ledger -> ledger.accounts().named(claim.order().owner()))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_PERMITTED)));
    }

    private Optional<Bytes> image(BatchClaim claim) {
        ContentRef ref = claim.order().image();
        if (ref == null) {
            return Optional.empty();
        }
        try (InputStream octets = store.open(ref)) {
            return Optional.of(Bytes.of(octets.readAllBytes()));
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    private boolean finishOne() {
        Instant now = now();
        return unitOfWork.inTransaction(ledger -> {
            Optional<Ended> ended = ledger.batchWork().finish(now);
            ended.ifPresent(batch -> ledger.audit().append(finished(batch, now)));
            return ended.isPresent();
        });
    }

    private static AuditNote finished(Ended ended, Instant at) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("batch", ended.order().id().toString());
        details.put("refused", Integer.toString(ended.refused()));
        details.put("signed", Integer.toString(ended.signed()));
        return new AuditNote(Deed.BATCH_FINISHED, at, null, ended.order().owner(), null, null, details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
