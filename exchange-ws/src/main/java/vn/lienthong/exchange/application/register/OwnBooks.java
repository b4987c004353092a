package vn.lienthong.exchange.application.register;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Whose registers a caller has to do with: those of its own agencies and no others, not even as an auditor. */
final class OwnBooks {
    private OwnBooks() {}

    /**
     * The agency by its present identifier.
     *
     * @param named by any of its codes; may be left out by who acts for one agency alone
     * @throws FailureException {@code not-permitted} if it is not the caller's, or the caller does not exchange; {@code
     *     parameter-missing} if the caller has several
     */
    static OrganId agency(Ledger ledger, Caller caller, @Nullable OrganId named) {
        if (!caller.has(Role.EXCHANGE)) {
            throw failure(FailureCode.NOT_PERMITTED, Role.EXCHANGE.name());
        }
        if (named != null && !caller.actsFor(named)) {
            throw failure(FailureCode.NOT_PERMITTED, named.value());
        }
        Set<OrganId> asked = named == null ? caller.agencies() : Set.of(named);
        TreeSet<String> present = new TreeSet<>();
        ledger.agencies().resolve(asked).values().forEach(agency -> present.add(agency.value()));
        if (present.isEmpty()) {
            throw failure(FailureCode.NOT_PERMITTED, "agency");
        }
        if (present.size() > 1) {
            throw failure(FailureCode.PARAMETER_MISSING, "agency");
        }
        return new OrganId(present.first());
    }

    static FailureException failure(FailureCode code, String argument) {
        return new FailureException(Failure.of(code, argument));
    }

    static <T> T found(Optional<T> found, String name) {
        return found.orElseThrow(() -> failure(FailureCode.NOT_FOUND, name));
    }
}
