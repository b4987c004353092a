package vn.lienthong.exchange.application.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lienthong.exchange.domain.content.ContentShelves;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Removes stored octets that no record refers to: those of an acceptance whose transaction failed, or came second.
 *
 * <p>An acceptance of the same octets may run at the same time, on any node. It finds them stored, then records them:
 * so the last look at the records and the removal happen under a lock that the recording takes too, and the recording
 * looks once more whether the octets are there while it holds that lock. See docs/adr, sweeping stored files.
 * Thread-safe; nodes may sweep at once.
 */
public final class SweepContent {
    private final ContentShelves shelves;
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Duration age;

    /** @param age how long octets stay without a record */
    public SweepContent(ContentShelves shelves, UnitOfWork unitOfWork, Clock clock, Duration age) {
        this.shelves = shelves;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.age = age;
    }

    /** Nothing is left on that shelf that is older than the age and not referred to. Returns how much was removed. */
    public int sweep(int shelf) {
        Instant before = clock.instant().minus(age);
        List<Sha256Digest> old = shelves.standingSince(shelf, before);
        if (old.isEmpty()) {
            return 0;
        }
        Set<Sha256Digest> used =
                unitOfWork.reading(ledger -> ledger.contentUse().usedOf(old));
        int removed = 0;
        for (Sha256Digest digest : old) {
            removed += !used.contains(digest) && remove(digest, before) ? 1 : 0;
        }
        return removed;
    }

    /** What nodes half received and never came back for is gone, once it is older than the age. Returns how many. */
    public int dropHalfReceived() {
        return shelves.dropHalfReceived(clock.instant().minus(age));
    }

    private boolean remove(Sha256Digest digest, Instant before) {
        return unitOfWork.inTransaction(
                ledger -> ledger.contentUse().holdsUnused(digest) && shelves.remove(digest, before));
    }
}
