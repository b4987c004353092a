package vn.lienthong.exchange.infrastructure.seed;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param keyPolicies those that are written out; a key that is granted may be without
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

    /** The keys that are granted and that the file says nothing else of, by alias. */
    public SortedSet<String> keysWithoutPolicy() {
        SortedSet<String> keys = new TreeSet<>();
        grants.forEach(grant -> keys.add(grant.keyAlias()));
        keyPolicies.forEach(policy -> keys.remove(policy.keyAlias()));
        return keys;
    }

    /** A system or person that may sign with a key. */
    public record Grant(String name, String keyAlias) {}
}
