package vn.lienthong.exchange.application.remote;

import java.time.Instant;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * A key of an official that signs at a distance.
 *
 * @param enabled whether its policy lets it sign so now, the official has factors, and the certificate is not revoked
 * @param revoked whether the issuer says that it revoked the certificate
 */
public record Credential(CredentialId id, Caller official, CertifiedKey key, boolean enabled, boolean revoked) {
    /** Whether the certificate is valid at that time, and not revoked now. */
    public boolean certificateValidAt(Instant time) {
        return !revoked
                && !time.isBefore(key.certificate().getNotBefore().toInstant())
                && !time.isAfter(key.certificate().getNotAfter().toInstant());
    }
}
