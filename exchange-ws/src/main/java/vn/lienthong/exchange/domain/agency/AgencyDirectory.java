package vn.lienthong.exchange.domain.agency;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which agencies there are; bound to the transaction that it was taken from. */
public interface AgencyDirectory {

    /** Every agency, by identifier. */
    List<Agency> all();

    /** The agency that has this identifier or alias. */
    Optional<Agency> find(OrganId idOrAlias);

    /** The present identifier of each that is known, aliases resolved; the unknown ones are left out. */
    Map<OrganId, OrganId> resolve(Collection<OrganId> idsOrAliases);

    /** The agency is as given. True if it was not before. */
    boolean put(Agency agency);
}
