package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.oauth.Scope;

/**
 * An application acts for itself: it sees the credentials of those officials alone who let it, and signs nothing
 * without their factors. Thread-safe. Source: RFC 6749 §4.4.
 */
public final class GrantToClient {
    private final UnitOfWork unitOfWork;
    private final TokenIssue tokens;
    private final IdSource ids;
    private final Clock clock;

    /** @param random fit for secrets */
    public GrantToClient(
            UnitOfWork unitOfWork, Lifetimes lifetimes, IdSource ids, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.tokens = new TokenIssue(lifetimes, random);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param client having proved itself
     * @throws FailureException {@code client-invalid} if it keeps no secret
     */
    public IssuedTokens grant(OAuthClient client) {
        if (!client.isConfidential()) {
            throw new FailureException(Failure.of(FailureCode.CLIENT_INVALID));
        }
        Grant grant = new Grant(ids.next(), client.id(), null, Scope.SERVICE);
        return unitOfWork.inTransaction(ledger -> {
            ledger.oauth().put(grant, clock.instant());
            return tokens.accessAlone(ledger, grant, clock.instant());
        });
    }
}
