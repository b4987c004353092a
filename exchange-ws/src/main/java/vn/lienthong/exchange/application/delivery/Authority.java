package vn.lienthong.exchange.application.delivery;

import java.util.HashSet;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Narrows every request to the caller's own agencies. */
public final class Authority {
    private Authority() {}

    /**
     * The wanted agencies by their present identifiers, or all of the caller's where none is named.
     *
     * @throws FailureException {@code not-permitted} if one is not the caller's, or it does not exchange
     */
    public static Set<OrganId> agencies(Ledger ledger, Caller caller, Set<OrganId> wanted) {
        if (!caller.has(Role.EXCHANGE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED));
        }
        for (OrganId agency : wanted) {
            if (!caller.actsFor(agency)) {
                throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, agency.value()));
            }
        }
        return wanted.isEmpty()
                ? caller.agencies()
                : new HashSet<>(ledger.agencies().resolve(wanted).values());
    }
}
