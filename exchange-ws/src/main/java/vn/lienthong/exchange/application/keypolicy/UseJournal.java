package vn.lienthong.exchange.application.keypolicy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail.Attributed;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger.Use;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;

/**
 * Puts uses of keys on the record, each with its audit entry: those that come while one transaction is under way share
 * the next; what fails one of them fails it alone. Thread-safe.
 */
final class UseJournal {
    /** Far more than wait at once; bounds the size of a statement. */
    private static final int MOST_AT_ONCE = 256;

    private final UnitOfWork unitOfWork;
    private final UseRecords records;
    private final Supplier<String> correlation;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param unitOfWork for uses that are recorded together with something else
     * @param records for those that are not
     * @param correlation the id of the request that calls
     */
    UseJournal(UnitOfWork unitOfWork, UseRecords records, Supplier<String> correlation) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.correlation = correlation;
    }

    /** How recording one use ended. */
    enum Outcome {
        RECORDED,
        /** The use is no longer permitted. */
        NOT_PERMITTED,
        /** What was to be recorded together with it has been done by somebody else, or is not to be done any more. */
        NOT_WANTED
    }

    /**
     * The use, its note and its companion are durable, or none of them is on the record.
     *
     * @throws RuntimeException whatever the unit of work threw; nothing is known to be on the record then
     */
    Outcome record(Use use, AuditNote note, UseCompanion companion) {
        Waiting mine = new Waiting(use, new Attributed(note, correlation.get()), companion);
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
            settle(batch, write(batch));
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1 || isOfAll(e)) {
                fail(batch, e);
            } else {
                writeOneByOne(batch);
            }
        }
    }

    /** Nothing of them is on the record, and one of them is why: the others are not to suffer for it. */
    private void writeOneByOne(List<Waiting> batch) {
        for (int i = 0; i < batch.size(); i++) {
            List<Waiting> one = batch.subList(i, i + 1);
            try {
                settle(one, write(one));
            } catch (RuntimeException | Error e) {
                if (isOfAll(e)) {
                    // the database went away meanwhile: each would wait for it as long as the one before
                    fail(batch.subList(i, batch.size()), e);
                    return;
                }
                fail(one, e);
            }
        }
    }

    /**
     * What is the database's and has nothing to do with what is recorded; whether it is on the record may then be unknown.
     * A companion's own files, or a service that it asks, are its own affair.
     */
    private static boolean isOfAll(Throwable failure) {
        return failure instanceof FailureException e
                && switch (e.failure().code()) {
                    case DATABASE_UNAVAILABLE -> true;
                    case STORAGE_FULL -> e.getCause() instanceof RuntimeException; // that of files is an IOException
                    default -> false;
                };
    }

    private static void settle(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome = outcomes.get(i);
        }
    }

    /** An error too: those who wait would wait for ever, and with them everybody who signs after. */
    private static void fail(List<Waiting> batch, Throwable why) {
        RuntimeException failure =
                why instanceof RuntimeException e ? e : new IllegalStateException("a use could not be recorded", why);
        batch.forEach(waiting -> waiting.failure = failure);
    }

    private List<Outcome> write(List<Waiting> batch) {
        return batch.stream().allMatch(waiting -> waiting.companion == UseCompanion.NONE)
                ? writeAlone(batch)
                : writeWithCompanions(batch);
    }

    private List<Outcome> writeAlone(List<Waiting> batch) {
        List<UseRecords.NotedUse> uses = batch.stream()
                .map(waiting -> new UseRecords.NotedUse(waiting.use, waiting.note))
                .toList();
        return records.record(uses).stream()
                .map(recorded -> recorded ? Outcome.RECORDED : Outcome.NOT_PERMITTED)
                .toList();
    }

    private List<Outcome> writeWithCompanions(List<Waiting> batch) {
        return unitOfWork.inTransaction(ledger -> {
            List<Waiting> wanted = batch.stream()
                    .filter(waiting -> waiting.companion.isWanted(ledger))
                    .toList();
            Set<Waiting> recorded = recorded(ledger, wanted);
            return batch.stream()
                    .map(waiting -> recorded.contains(waiting)
                            ? Outcome.RECORDED
                            : wanted.contains(waiting) ? Outcome.NOT_PERMITTED : Outcome.NOT_WANTED)
                    .toList();
        });
    }

    private static Set<Waiting> recorded(Ledger ledger, List<Waiting> wanted) {
        Set<Waiting> recorded = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            return recorded;
        }
        List<Boolean> permitted =
                ledger.usage().record(wanted.stream().map(Waiting::use).toList());
        for (int i = 0; i < wanted.size(); i++) {
            if (permitted.get(i)) {
                recorded.add(wanted.get(i));
                wanted.get(i).companion.record(ledger);
            }
        }
        if (!recorded.isEmpty()) {
            ledger.audit().append(recorded.stream().map(Waiting::note).toList());
        }
        return recorded;
    }

    /** One use that waits; written and read under the lock alone. */
    private static final class Waiting {
        private final Use use;
        private final Attributed note;
        private final UseCompanion companion;
        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        private Waiting(Use use, Attributed note, UseCompanion companion) {
            this.use = use;
            this.note = note;
            this.companion = companion;
        }

        private Use use() {
            return use;
        }

        private Attributed note() {
            return note;
        }

        private boolean done() {
            return outcome != null || failure != null;
        }

        private Outcome outcome() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(outcome);
        }
    }
}
