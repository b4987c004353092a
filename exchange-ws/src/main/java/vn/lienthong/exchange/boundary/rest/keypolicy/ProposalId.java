package vn.lienthong.exchange.boundary.rest.keypolicy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;

/** Identifiers of policy versions, from outside. */
final class ProposalId {
    private ProposalId() {}

    static UUID required(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Parameters.invalid(name);
        }
    }

    static @Nullable UUID optional(String name, @Nullable String text) {
        return text == null ? null : required(name, text);
    }
}
