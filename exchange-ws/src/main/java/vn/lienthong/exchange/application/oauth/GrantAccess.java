package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.AuthorizationCode;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.Scope;

/** An official lets an application act, and the application gets a code for it. Thread-safe. Source: RFC 6749 §4.1. */
public final class GrantAccess {
    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public GrantAccess(UnitOfWork unitOfWork, IdSource ids, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** The application may see the official's credentials and ask for authorisations, once it redeems the code. */
    public OpaqueToken service(Caller official, CodeRequest request) {
        Grant grant = newGrant(official, request, Scope.SERVICE);
        return unitOfWork.inTransaction(ledger -> {
            ledger.oauth().put(grant, clock.instant());
            OAuthNotes.note(ledger, Deed.ACCESS_GRANTED, grant, "official", clock.instant());
            return code(ledger, grant, request, null, null);
        });
    }

    /** A grant that is not on the record yet. */
    public Grant newGrant(Caller official, CodeRequest request, Scope scope) {
        return new Grant(ids.next(), request.client().id(), official.name(), scope);
    }

    /** A code for a grant that is on the record, in the same transaction. */
    public OpaqueToken code(
            Ledger ledger,
            Grant grant,
            CodeRequest request,
            @Nullable UUID authorization,
            @Nullable String credential) {
        OpaqueToken code = OpaqueToken.random(random);
        Instant expiresAt = clock.instant().plus(Lifetimes.CODE);
        ledger.oauth()
                .putCode(
                        code.digest(),
                        new AuthorizationCode(
                                grant,
                                request.redirectUri(),
                                request.codeChallenge(),
                                authorization,
                                credential,
                                expiresAt));
        return code;
    }
}
