package vn.lienthong.exchange.application.directory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.CodeScheme;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * What a system may change of the directory: what is strictly below the agencies that it acts for, down to where another
 * system or people act. Its own agencies are the operator's affair, and so is every code that does not show in whose branch
 * it is, and every agency without a system that has correspondence: who takes it over can read that.
 */
record OwnBranch(AgencyDirectory agencies, SystemId system) {

    /** @throws FailureException {@code not-permitted} if the caller is no system that exchanges */
    static OwnBranch of(AgencyDirectory agencies, Caller caller) {
        if (caller.kind() != Caller.Kind.SYSTEM || !caller.has(Role.EXCHANGE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED));
        }
        return new OwnBranch(agencies, new SystemId(caller.name()));
    }

    /** Whether the agency, or what is above it, is the system's, with nobody else's in between. */
    boolean holds(OrganId agency) {
        return agencies.systemOver(agency).equals(Optional.of(system));
    }

    /** @throws FailureException {@code agency-not-below-yours} */
    void requireHeld(OrganId parent) {
        if (!holds(parent)) {
            throw notBelow(parent);
        }
    }

    /**
     * The agency is below one of the system's, and nobody else's.
     *
     * @throws FailureException {@code agency-not-below-yours}
     */
    void requireBelow(Agency agency) {
        OrganId parent = agency.parent();
        if (!isOursOrNobodys(agency) || parent == null || !holds(parent)) {
            throw notBelow(agency.id());
        }
    }

    /**
     * The nearest agency that the new code itself shows above it is the system's: a code of another's branch would catch
     * what is meant for that branch, whatever parent is named with it. Nor is one known up to there, by the same groups as
     * the other scheme spells them, that is another's.
     *
     * @throws FailureException {@code agency-not-below-yours}
     */
    void requireCode(OrganId code) {
        Set<OrganId> line = CodeScheme.above(code);
        Map<OrganId, Address> known = agencies.addresses(line);
        requireNotAnothers(code, code);
        for (OrganId above : line) {
            requireNotAnothers(code, above);
            Address address = known.get(above);
            if (address != null) {
                if (holds(address.agency())) {
                    return;
                }
                break;
            }
        }
        throw notBelow(code);
    }

    private void requireNotAnothers(OrganId code, OrganId groups) {
        Set<OrganId> other = CodeScheme.counterpart(groups).map(Set::of).orElse(Set.of());
        for (Address address : agencies.addresses(other).values()) {
            if (!holds(address.agency())) {
                throw notBelow(code);
            }
        }
    }

    private boolean isOursOrNobodys(Agency agency) {
        SystemId other = agency.system();
        return other == null ? !agencies.isInUse(agency.id()) : other.equals(system);
    }

    private static FailureException notBelow(OrganId agency) {
        return new FailureException(Failure.of(FailureCode.AGENCY_NOT_BELOW_YOURS, agency.value()));
    }
}
