package vn.lienthong.exchange.application.setaside;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt.Kind;
import vn.lienthong.exchange.domain.delivery.SetAsides.Aside;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** Where is my document: what was tried to bring a delivery to its recipient. Thread-safe. */
public final class DeliveryAttempts {
    /** Of a delivery that a consumer in a loop leases again and again. */
    private static final int MOST = 1_000;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public DeliveryAttempts(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What was tried, oldest first, if the caller is of its sender or its recipient, an auditor or an operator.
     *
     * @return empty if there is no such delivery of that dispatch that the caller may see
     */
    public Optional<List<DeliveryAttempt>> of(Caller caller, DispatchId dispatch, DeliveryId delivery) {
        return unitOfWork.inTransaction(ledger -> ledger.setAsides()
                .lock(delivery)
                .filter(found -> found.dispatch().id().equals(dispatch) && maySee(caller, found))
                .map(found -> withExpiries(ledger.setAsides().attempts(delivery, MOST), clock.instant())));
    }

    private static boolean maySee(Caller caller, Aside delivery) {
        boolean party = caller.actsFor(delivery.dispatch().sender()) || caller.actsFor(delivery.recipient());
        return caller.has(Role.EXCHANGE) && party || caller.has(Role.AUDIT) || caller.has(Role.OPERATE);
    }

    /** That a lease ran out is written down by nobody: it shows when its end is over and its holder has not spoken. */
    static List<DeliveryAttempt> withExpiries(List<DeliveryAttempt> attempts, Instant now) {
        List<DeliveryAttempt> all = new ArrayList<>();
        @Nullable DeliveryAttempt open = null;
        for (DeliveryAttempt attempt : attempts) {
            if (open != null && attempt.kind() == Kind.LEASED) {
                all.add(expired(open));
            }
            all.add(attempt);
            boolean holds = attempt.kind() == Kind.LEASED || attempt.kind() == Kind.RENEWED;
            open = holds ? attempt : null;
        }
        if (open != null && open.until() != null && !now.isBefore(open.until())) {
            all.add(expired(open));
        }
        return all;
    }

    private static DeliveryAttempt expired(DeliveryAttempt lease) {
        Instant end = lease.until() == null ? lease.at() : lease.until();
        return new DeliveryAttempt(Kind.EXPIRED, end, lease.actor(), "", null);
    }
}
