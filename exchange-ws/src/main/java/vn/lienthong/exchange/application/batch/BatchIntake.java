package vn.lienthong.exchange.application.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem.Arrival;
import vn.lienthong.exchange.domain.batch.BatchOrder;
import vn.lienthong.exchange.domain.batch.Batches.Keyed;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * A batch while its documents come in: they are recorded some at a time, so that neither memory nor one transaction grows
 * with their number. Of one thread.
 */
public final class BatchIntake implements AutoCloseable {
    /** A transaction holds a lock for each: far fewer than PostgreSQL has room for, and few enough round trips. */
    private static final int AT_ONCE = 100;

    private final BatchOrder order;
    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final BatchLimits limits;
    private final Clock clock;
    private final MessageDigest request = DigestAlgorithm.SHA256.newMessageDigest();
    private final List<Received> waiting = new ArrayList<>();
    private int documents;
    private long octets;
    private boolean submitted;

    private record Received(Arrival arrival, Staged staged) {}

    /** What became of a request. @param repeated whether an earlier request was answered with the same batch */
    public record Accepted(BatchId batch, boolean repeated) {}

    BatchIntake(BatchOrder order, UnitOfWork unitOfWork, ContentStore store, BatchLimits limits, Clock clock) {
        this.order = order;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
        ContentRef image = order.image();
        count(order.terms() + '\n' + (image == null ? "" : image.digest().hex()));
    }

    /**
     * The document was read to its end, into the content store.
     *
     * @param name a file name
     * @throws FailureException if there are too many, or it is too long
     * @throws IOException if it cannot be read or stored
     */
    public void add(String name, InputStream body) throws IOException {
        if (documents == SignatureBatch.MOST_DOCUMENTS) {
            throw new FailureException(
                    Failure.of(FailureCode.BATCH_TOO_LARGE, Integer.toString(SignatureBatch.MOST_DOCUMENTS)));
        }
        long room = Math.min(limits.documentOctets(), limits.batchOctets() - octets);
        Staged staged = store.stage(body, room, DeclaredBody.anything());
        documents++;
        octets += staged.ref().length();
        count(name + '\n' + staged.ref().digest().hex());
        waiting.add(new Received(new Arrival(documents, name, staged.ref()), staged));
        if (waiting.size() == AT_ONCE) {
            recordWaiting();
        }
    }

    /**
     * The batch is complete and will be signed; or it was sent before under that key, and the earlier one is the answer.
     *
     * @throws FailureException if it has no document, or the key was used for something else
     */
    public Accepted submit(@Nullable IdempotencyKey key) {
        if (documents == 0) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, "document"));
        }
        try {
            recordWaiting();
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
        Sha256Digest asked = Sha256Digest.of(request.digest());
        submitted = unitOfWork.inTransaction(ledger -> {
            boolean first = ledger.batches().submit(order.id(), documents, key, asked);
            if (first) {
                ledger.audit().append(accepted());
            }
            return first;
        });
        return submitted ? new Accepted(order.id(), false) : new Accepted(earlier(key, asked), true);
    }

    private AuditNote accepted() {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("batch", order.id().toString());
        details.put("count", Integer.toString(documents));
        details.put("key", order.keyAlias());
        return new AuditNote(Deed.BATCH_ACCEPTED, clock.instant(), null, order.owner(), null, null, details);
    }

    private BatchId earlier(@Nullable IdempotencyKey key, Sha256Digest asked) {
        if (key == null) {
            throw new IllegalStateException("a batch without a key is submitted once");
        }
        Keyed earlier = unitOfWork
                .reading(ledger -> ledger.batches().keyed(order.owner(), key))
                .orElseThrow();
        if (!earlier.request().equals(asked)) {
            throw new FailureException(Failure.of(FailureCode.IDEMPOTENCY_KEY_REUSED, key.value()));
        }
        return earlier.batch();
    }

    private void recordWaiting() throws IOException {
        for (Received received : waiting) {
            received.staged().keep();
        }
        unitOfWork.inTransaction(ledger -> {
            recordWaiting(ledger);
            return true;
        });
        closeWaiting();
    }

    private void recordWaiting(Ledger ledger) {
        List<Arrival> arrivals = waiting.stream().map(Received::arrival).toList();
        ledger.contentUse()
                .hold(arrivals.stream()
                        .map(arrival -> arrival.content().digest())
                        .toList());
        ledger.batches().add(order.id(), arrivals);
        waiting.forEach(received -> KeptContent.require(received.staged()));
    }

    private void closeWaiting() {
        waiting.forEach(received -> received.staged().close());
        waiting.clear();
    }

    private void count(String part) {
        request.update((part + '\n').getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closeWaiting();
        if (!submitted) {
            unitOfWork.inTransaction(ledger -> {
                ledger.batches().drop(order.id());
                return true;
            });
        }
    }
}
