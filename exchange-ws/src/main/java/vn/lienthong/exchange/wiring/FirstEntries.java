package vn.lienthong.exchange.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;

/** The directory file's entries become those of the directory. */
record FirstEntries(Register register, IdSource ids) {
    private static final Logger LOG = LoggerFactory.getLogger(FirstEntries.class);
    private static final String OPERATOR = "directory-file";

    void register(DirectorySeed seed) {
        seed.systems().forEach(system -> register.system(OPERATOR, system));
        seed.agencies().forEach(this::agency);
        seed.people().forEach(person -> register.person(OPERATOR, person));
        seed.grants().forEach(grant -> register.keyGrant(OPERATOR, grant.name(), grant.keyAlias()));
        seed.clients().forEach(client -> register.client(OPERATOR, client));
        seed.keyPolicies().forEach(policy -> register.firstKeyPolicy(OPERATOR, ids.next(), policy));
    }

    /** Imports and systems change agencies too: one that does not fit any more does not keep all the others out. */
    private void agency(Agency agency) {
        try {
            register.agencyAsFarAsGiven(OPERATOR, agency);
        } catch (FailureException e) {
            Category category = e.failure().code().category();
            if (category == Category.DEPENDENCY || category == Category.OURS) {
                throw e;
            }
            LOG.warn("the agency {} of the directory file stays as it is: {}", agency.id(), e.failure());
        }
    }
}
