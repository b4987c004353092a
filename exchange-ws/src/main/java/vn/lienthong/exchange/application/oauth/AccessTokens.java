package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.util.Optional;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.Scope;

/** From an access token to who holds it. Thread-safe. */
public final class AccessTokens {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public AccessTokens(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Who holds the token; empty if it is none, has ended, or its official signs no longer. */
    public Optional<Holder> holder(OpaqueToken token) {
        return unitOfWork.reading(ledger -> ledger.oauth()
                .byAccessToken(token.digest(), clock.instant())
                .filter(grant -> grant.scope() == Scope.SERVICE)
                .flatMap(grant -> holder(ledger, grant)));
    }

    private static Optional<Holder> holder(Ledger ledger, Grant grant) {
        String account = grant.account();
        Optional<Caller> official = account == null
                ? Optional.empty()
                : ledger.accounts().person(account).filter(person -> person.has(Role.SIGN));
        if (account != null && official.isEmpty()) {
            return Optional.empty();
        }
        return ledger.clients().find(grant.client()).map(client -> new Holder(grant, client, official));
    }
}
