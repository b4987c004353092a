package vn.lienthong.exchange.domain.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * A person as the operator registers it.
 *
 * @param account 1 to 64 characters; not the id of a system
 * @param bearerToken digest of the token, or null while there is none
 * @param agencies by present identifier
 */
public record Person(
        String account, String fullName, @Nullable Sha256Digest bearerToken, Set<Role> roles, Set<OrganId> agencies) {
    public Person {
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
        if (account.isBlank() || account.length() > 64) {
            throw new IllegalArgumentException("an account name has 1 to 64 characters");
        }
    }
}
