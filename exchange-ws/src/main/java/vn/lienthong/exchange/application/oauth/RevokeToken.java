package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** A token ends, with all that belongs to its grant. Thread-safe. Source: RFC 7009 §2.1. */
public final class RevokeToken {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RevokeToken(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** The token is good for nothing any more, if it was the client's; who asks is not told whether it was. */
    public void revoke(OAuthClient client, String token) {
        unitOfWork.inTransaction(ledger -> {
            ledger.oauth()
                    .byAnyToken(new OpaqueToken(token).digest())
                    .filter(grant -> grant.client().equals(client.id()))
                    .ifPresent(grant -> {
                        ledger.oauth().revoke(grant.id(), clock.instant());
                        OAuthNotes.note(ledger, Deed.ACCESS_REVOKED, grant, "application", clock.instant());
                    });
            return true;
        });
    }
}
