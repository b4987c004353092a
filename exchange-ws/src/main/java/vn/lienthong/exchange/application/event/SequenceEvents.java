package vn.lienthong.exchange.application.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.lienthong.exchange.domain.event.Events.Span;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Gives what was committed its place in the feed, says which webhooks are to be told, and forgets what is old. Nodes and threads may run it at once: one of them
 * gives places, the others find nothing to do. Thread-safe.
 */
public final class SequenceEvents {
    /** So many that the statement is worth its while, and short enough that nobody waits for it. */
    private static final int AT_ONCE = 2_000;

    /** A consumer that was away for so long reads its mailbox and its sent list instead. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public SequenceEvents(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** @return whether more may wait */
    public boolean run() {
        if (!unitOfWork.reading(ledger -> ledger.events().isAnyWaiting())) {
            return false; // who locks writes, and an idle server is to write nothing
        }
        return unitOfWork.inTransaction(ledger -> {
            Span given = ledger.events().sequence(AT_ONCE);
            if (!given.isEmpty()) {
                ledger.pushes().fanOut(given, clock.instant());
            }
            return given.count() == AT_ONCE;
        });
    }

    /** @return whether more may be old */
    public boolean forget() {
        Instant older = clock.instant().minus(KEPT);
        return unitOfWork.inTransaction(ledger -> {
            int forgotten = ledger.events().forget(older, FORGOTTEN_AT_ONCE);
            ledger.pushes().forget(ledger.events().horizon().forgotten(), older, FORGOTTEN_AT_ONCE);
            return forgotten == FORGOTTEN_AT_ONCE;
        });
    }
}
