package vn.lienthong.exchange.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency as the directory knows it.
 *
 * @param id its present identifier, under which its dispatches are recorded
 * @param aliases older and other codes that reach the same agency
 * @param code102 its QCVN 102:2016 code, where it has one
 * @param parent the agency above it
 * @param system the connected system that acts for it, or null while none does
 */
public record Agency(
        OrganId id,
        String name,
        @Nullable String mail,
        @Nullable OrganId parent,
        @Nullable String code102,
        List<OrganId> aliases,
        @Nullable SystemId system) {
    public Agency {
        aliases = List.copyOf(aliases);
        if (name.isBlank()) {
            throw new IllegalArgumentException("an agency has a name");
        }
    }
}
