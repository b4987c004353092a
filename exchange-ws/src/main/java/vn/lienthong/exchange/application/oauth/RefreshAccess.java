package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.oauth.OAuthLedger.Taken;

/**
 * A refresh token becomes new tokens, once. One that comes again was stolen, by whoever came first or by whoever comes
 * now: the grant ends. Thread-safe. Source: RFC 9700 §4.14.2.
 */
public final class RefreshAccess {
    private final UnitOfWork unitOfWork;
    private final TokenIssue tokens;
    private final Clock clock;

    /** @param random fit for secrets */
    public RefreshAccess(UnitOfWork unitOfWork, Lifetimes lifetimes, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.tokens = new TokenIssue(lifetimes, random);
        this.clock = clock;
    }

    /** @throws FailureException {@code grant-invalid}, whatever is wrong */
    public IssuedTokens refresh(OAuthClient client, String refreshToken) {
        OpaqueToken token = new OpaqueToken(refreshToken);
        return unitOfWork
                .inTransaction(ledger -> ledger.oauth()
                        .byAnyToken(token.digest())
                        .filter(grant -> grant.client().equals(client.id()))
                        .flatMap(own -> ledger.oauth().takeRefreshToken(token.digest(), clock.instant()))
                        .flatMap(taken -> renew(ledger, taken)))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.GRANT_INVALID)));
    }

    private Optional<IssuedTokens> renew(Ledger ledger, Taken<Grant> taken) {
        Grant grant = taken.value();
        if (!taken.first()) {
            ledger.oauth().revoke(grant.id(), clock.instant());
            OAuthNotes.note(ledger, Deed.ACCESS_REVOKED, grant, "refresh-token-reused", clock.instant());
            return Optional.empty();
        }
        return Optional.ofNullable(grant.account())
                .flatMap(ledger.accounts()::person)
                .filter(official -> official.has(Role.SIGN))
                .map(official -> tokens.withRefresh(ledger, grant, clock.instant()));
    }
}
