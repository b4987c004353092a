package vn.lienthong.hsm.ceremony;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.pki.DistinguishedName;

/**
 * A client system's own key pair, in a file.
 *
 * @param name the name of its files
 * @param issuer the authority that certifies it; null for a stranger who certifies himself
 */
public record PlannedSystem(
        String name, DistinguishedName subject, @Nullable String issuer) {}
