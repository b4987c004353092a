package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.time.Duration;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What has long expired is removed. Thread-safe. */
public final class RemoveExpired {
    /** Long enough to tell a code or token that comes again from one that never was, and to look into a complaint. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RemoveExpired(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** @return how many rows were removed, those that went with them not counted */
    public int run() {
        return unitOfWork.inTransaction(
                ledger -> ledger.oauth().removeExpired(clock.instant().minus(KEPT)));
    }
}
