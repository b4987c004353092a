package vn.lienthong.exchange.application.remote;

import java.time.Instant;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * A key of an official that signs at a distance.
 *
 * @param enabled whether its policy lets it sign so now, and the official has factors
 */
public record Credential(CredentialId id, Caller official, CertifiedKey key, boolean enabled) {
    /** Whether the certificate is valid at that time; revocation is not looked at here. */
    public boolean certificateValidAt(Instant time) {
        return !time.isBefore(key.certificate().getNotBefore().toInstant())
                && !time.isAfter(key.certificate().getNotAfter().toInstant());
    }
}
