package vn.lienthong.exchange.application.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;

/** Whether a SAD speaks for a credential now, and for whom. */
final class SadCheck {
    private SadCheck() {}

    /**
     * What the SAD speaks for, locked until the transaction ends.
     *
     * @param client that has to be the one it was given to; null if holding the SAD is all that the caller shows
     * @throws FailureException {@code authorization-invalid}, {@code credential-unknown} or {@code authorization-expired}
     */
    static SignatureAuthorization valid(
            Ledger ledger, OpaqueToken sad, @Nullable String client, String credentialId, Instant now) {
        SignatureAuthorization authorization = ledger.authorizations()
                .bySad(sad.digest())
                .filter(found -> client == null
                        || ledger.oauth()
                                .byAnyToken(sad.digest())
                                .filter(grant -> grant.client().equals(client))
                                .isPresent())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.AUTHORIZATION_INVALID)));
        CredentialId authorized = CredentialId.of(authorization.account(), authorization.keyAlias());
        if (!authorized.value().equals(credentialId)) {
            throw new FailureException(Failure.of(FailureCode.CREDENTIAL_UNKNOWN));
        }
        if (!authorization.expiresAt().isAfter(now)) {
            throw new FailureException(Failure.of(FailureCode.AUTHORIZATION_EXPIRED));
        }
        return authorization;
    }
}
