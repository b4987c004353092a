package vn.lienthong.signer.trust;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * One certificate that is trusted by decision, not by proof.
 *
 * @param source file that it came from
 * @param provenance who decided it; empty if the file does not say
 */
public record TrustAnchor(X509Certificate certificate, String source, Optional<Provenance> provenance) {

    /**
     * Who decided to trust it, when and why, as the lines {@code Added-By:}, {@code Added-At:} and {@code Reason:} above
     * the PEM block say.
     */
    public record Provenance(String addedBy, String addedAt, String reason) {}
}
