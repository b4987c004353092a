package vn.lienthong.exchange.application.directory;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * What a system says of an agency below its own.
 *
 * @param id which agency of the directory the system means, or null; another one than the code's is refused
 * @param mail null leaves it as it is
 * @param parent by any of its codes; null leaves it as it is, and puts a new one below the system's only agency
 */
public record Registration(
        @Nullable OrganId id,
        OrganId code,
        String name,
        @Nullable String mail,
        @Nullable OrganId parent) {}
