package vn.lienthong.exchange.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;

/**
 * The directory file's entries become those of the directory. Keys are another matter than names: only where nobody has decided
 * about any key yet, a new server's first start, does the file give them. Afterwards one person edits it, so that a grant and an
 * open policy that it asks for wait for another one.
 */
record FirstEntries(Register register, ChangeKeyGrants grants, ChangeKeyPolicy policies, IdSource ids) {
    private static final Logger LOG = LoggerFactory.getLogger(FirstEntries.class);
    private static final String OPERATOR = "directory-file";

    void register(DirectorySeed seed) {
        seed.systems().forEach(system -> register.system(OPERATOR, system));
        seed.agencies().forEach(this::agency);
        seed.people().forEach(person -> register.person(OPERATOR, person));
        seed.clients().forEach(client -> register.client(OPERATOR, client));
        if (policies.isAnyKeyDecided()) {
            seed.grants().forEach(grant -> grants.proposeOnce(OPERATOR, grant.keyAlias(), grant.name()));
            seed.keyPolicies().forEach(policy -> register.firstKeyPolicy(OPERATOR, ids.next(), policy));
            seed.keysWithoutPolicy().forEach(key -> policies.proposeOnce(OPERATOR, KeyPolicy.open(key)));
        } else {
            seed.grants().forEach(grant -> register.keyGrant(OPERATOR, grant.name(), grant.keyAlias()));
            register.firstKeyPolicies(OPERATOR, ids, all(seed));
        }
    }

    private static List<KeyPolicy> all(DirectorySeed seed) {
        List<KeyPolicy> all = new ArrayList<>(seed.keyPolicies());
        seed.keysWithoutPolicy().forEach(key -> all.add(KeyPolicy.open(key)));
        all.sort(Comparator.comparing(KeyPolicy::keyAlias));
        return all;
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
