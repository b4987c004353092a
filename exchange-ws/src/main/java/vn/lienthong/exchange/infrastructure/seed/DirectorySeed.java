package vn.lienthong.exchange.infrastructure.seed;

import java.util.List;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/**
 * What a directory file says, in the order in which it can be registered: systems before the agencies that they act
 * for, parents before their children.
 *
 * @param clients signing applications
 * @param keyPolicies of every key that is granted to somebody, and of those that the file names besides
 */
public record DirectorySeed(
        List<ConnectedSystem> systems,
        List<Agency> agencies,
        List<Person> people,
        List<Grant> grants,
        List<KeyPolicy> keyPolicies,
        List<OAuthClient> clients) {
    public DirectorySeed {
        systems = List.copyOf(systems);
        agencies = List.copyOf(agencies);
        people = List.copyOf(people);
        grants = List.copyOf(grants);
        keyPolicies = List.copyOf(keyPolicies);
        clients = List.copyOf(clients);
    }

    /** A system or person that may sign with a key. */
    public record Grant(String name, String keyAlias) {}
}
