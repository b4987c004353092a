package vn.lienthong.exchange.domain.capability;

import java.util.Collection;
import java.util.List;
import vn.lienthong.exchange.domain.agency.OrganId;

/** What receivers can take; bound to the transaction that it was taken from. */
public interface Capabilities {

    /** Of those among the agencies that have said anything, by present identifier. */
    List<Capability> of(Collection<OrganId> agencies);

    /** It says this from now on. */
    void put(Capability capability);

    /** It says nothing any more. */
    void remove(OrganId agency);
}
