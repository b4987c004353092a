package vn.lienthong.exchange.domain.account;

import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * Who calls, after authentication.
 *
 * @param name the system's id or the person's account name, as it goes into the audit log
 * @param kind a connected system, or a person
 * @param agencies the agencies it acts for, aliases included; it acts for no others
 * @param roles what it may do
 */
public record Caller(String name, Kind kind, Set<OrganId> agencies, Set<Role> roles) {
    public Caller {
        agencies = Set.copyOf(agencies);
        roles = Set.copyOf(roles);
    }

    /** What a caller is. */
    public enum Kind {
        SYSTEM,
        PERSON
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean actsFor(OrganId agency) {
        return agencies.contains(agency);
    }
}
