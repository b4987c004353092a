package vn.lienthong.exchange.application.keypolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail.Attributed;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger.Use;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Puts uses of keys on the record, each with its audit entry: those that come while one transaction is under way share
 * the next. Thread-safe.
 */
final class UseJournal {
    /** Far more than wait at once; bounds the size of a statement. */
    private static final int MOST_AT_ONCE = 256;

    private final UnitOfWork unitOfWork;
    private final Supplier<String> correlation;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** @param correlation the id of the request that calls */
    UseJournal(UnitOfWork unitOfWork, Supplier<String> correlation) {
        this.unitOfWork = unitOfWork;
        this.correlation = correlation;
    }

    /**
     * The use and its note are durable, or, if the use is no longer permitted, neither is on the record.
     *
     * @return whether it was recorded
     * @throws RuntimeException whatever the unit of work threw; nothing is known to be on the record then
     */
    boolean record(Use use, AuditNote note) {
        Waiting mine = new Waiting(use, new Attributed(note, correlation.get()));
        queue.add(mine);
        // Who gets the lock first writes for all who wait behind it; these find their work done.
        writing.lock();
        try {
            while (!mine.done()) {
                writeSome();
            }
        } finally {
            writing.unlock();
        }
        return mine.outcome();
    }

    private void writeSome() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = batch.size() < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(next);
        }
        try {
            List<Boolean> recorded = write(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).recorded = recorded.get(i);
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.failure = e);
        }
    }

    private List<Boolean> write(List<Waiting> batch) {
        return unitOfWork.inTransaction(ledger -> {
            List<Boolean> recorded =
                    ledger.usage().record(batch.stream().map(Waiting::use).toList());
            List<Attributed> notes = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                if (recorded.get(i)) {
                    notes.add(batch.get(i).note);
                }
            }
            if (!notes.isEmpty()) {
                ledger.audit().append(notes);
            }
            return recorded;
        });
    }

    /** One use that waits; written and read under the lock alone. */
    private static final class Waiting {
        private final Use use;
        private final Attributed note;
        private @Nullable Boolean recorded;
        private @Nullable RuntimeException failure;

        private Waiting(Use use, Attributed note) {
            this.use = use;
            this.note = note;
        }

        private Use use() {
            return use;
        }

        private boolean done() {
            return recorded != null || failure != null;
        }

        private boolean outcome() {
            if (failure != null) {
                throw failure;
            }
            return Boolean.TRUE.equals(recorded);
        }
    }
}
