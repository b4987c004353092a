package vn.lienthong.hsm.ceremony;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.pki.DistinguishedName;

/**
 * An authority that the ceremony makes.
 *
 * @param name the name of its files
 * @param issuer the authority above it, which stands earlier in the plan; null for a root
 */
public record PlannedAuthority(
        String name, DistinguishedName subject, @Nullable String issuer) {}
