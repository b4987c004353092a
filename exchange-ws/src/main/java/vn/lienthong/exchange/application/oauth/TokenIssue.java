package vn.lienthong.exchange.application.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.OAuthLedger.TokenKind;

/** Makes tokens of a grant, in the transaction of whoever asks. Thread-safe. */
record TokenIssue(Lifetimes lifetimes, RandomGenerator random) {
    IssuedTokens withRefresh(Ledger ledger, Grant grant, Instant now) {
        OpaqueToken refresh = OpaqueToken.random(random);
        ledger.oauth().putToken(refresh.digest(), grant.id(), TokenKind.REFRESH, now.plus(lifetimes.refresh()));
        return issue(ledger, grant, now, Optional.of(refresh));
    }

    IssuedTokens accessAlone(Ledger ledger, Grant grant, Instant now) {
        return issue(ledger, grant, now, Optional.empty());
    }

    OpaqueToken sad() {
        return OpaqueToken.random(random);
    }

    private IssuedTokens issue(Ledger ledger, Grant grant, Instant now, Optional<OpaqueToken> refresh) {
        OpaqueToken access = OpaqueToken.random(random);
        ledger.oauth().putToken(access.digest(), grant.id(), TokenKind.ACCESS, now.plus(lifetimes.access()));
        return new IssuedTokens(access, IssuedTokens.Kind.BEARER, lifetimes.access(), refresh, Optional.empty());
    }
}
