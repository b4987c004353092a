package vn.lienthong.exchange.application.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.audit.SealedLog.SealedBatch;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.TreeHead;

/**
 * Lets a log in which nothing happens say so: a log that shows nothing new for longer than that withholds something, and
 * whoever watches it can tell. Several nodes may say it at once, which harms nothing. Thread-safe.
 */
public final class SignOfLife {
    private static final String ACTOR = "lienthong";

    private final UnitOfWork unitOfWork;
    private final Duration interval;
    private final Clock clock;

    /** @param interval how old the newest head may be before an entry is made that brings another */
    public SignOfLife(UnitOfWork unitOfWork, Duration interval, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.interval = interval;
        this.clock = clock;
    }

    /** An entry waits if the newest head was too old and nothing waited; whether that was so. */
    public boolean give() {
        Instant now = clock.instant();
        if (!unitOfWork.reading(ledger -> isSilent(ledger, now))) {
            return false;
        }
        AuditNote note = new AuditNote(Deed.LOG_ALIVE, now, null, ACTOR, null, null, new TreeMap<>());
        return unitOfWork.inTransaction(ledger -> {
            ledger.audit().append(note);
            return true;
        });
    }

    /** Before its first batch a log has nothing to tell. */
    private boolean isSilent(Ledger ledger, Instant now) {
        return ledger.sealedLog()
                        .newest()
                        .filter(newest -> time(newest).plus(interval).isBefore(now))
                        .isPresent()
                && ledger.sealedLog().pending(1).isEmpty();
    }

    private static Instant time(SealedBatch newest) {
        try {
            return TreeHead.parse(Bytes.of(newest.head().toArray())).time();
        } catch (MalformedEvidenceException e) {
            throw new IllegalStateException("the newest tree head in the database was changed", e);
        }
    }
}
