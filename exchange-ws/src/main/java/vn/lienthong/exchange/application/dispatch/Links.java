package vn.lienthong.exchange.application.dispatch;

import java.util.Collection;
import java.util.List;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** Which messages recall, update or replace which. Thread-safe. */
public final class Links {
    private final UnitOfWork unitOfWork;

    public Links(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The links of these messages, oldest first: all for sender and auditor, those of its own copies for a recipient. */
    public List<DispatchLink> of(Caller caller, Collection<Dispatch> dispatches) {
        if (dispatches.isEmpty()) {
            return List.of();
        }
        boolean all =
                caller.has(Role.AUDIT) || dispatches.stream().allMatch(dispatch -> caller.actsFor(dispatch.sender()));
        return unitOfWork
                .reading(ledger -> ledger.copies()
                        .links(dispatches.stream().map(Dispatch::id).toList()))
                .stream()
                .filter(link -> all || caller.actsFor(link.party()))
                .toList();
    }
}
