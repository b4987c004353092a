package vn.lienthong.exchange.domain.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * A connected document-management system as the operator registers it; which agencies it acts for stands with them.
 *
 * @param vxpSecret what it signs VXP requests with, or null if it does not speak VXP
 * @param bearerToken digest of its REST token, or null
 * @param certificate digest of its WS-Security certificate (DER), or null
 */
public record ConnectedSystem(
        SystemId id,
        String name,
        @Nullable SharedSecret vxpSecret,
        @Nullable Sha256Digest bearerToken,
        @Nullable Sha256Digest certificate,
        Set<Role> roles) {
    public ConnectedSystem {
        roles = Set.copyOf(roles);
    }
}
