package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import vn.lienthong.exchange.application.oauth.AccessTokens;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.oauth.GrantToClient;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.oauth.PushedRequests;
import vn.lienthong.exchange.application.oauth.RedeemCode;
import vn.lienthong.exchange.application.oauth.RefreshAccess;
import vn.lienthong.exchange.application.oauth.RemoveExpired;
import vn.lienthong.exchange.application.oauth.RevokeToken;
import vn.lienthong.exchange.application.oauth.SendResponseNotices;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.application.oauth.StoredResponses;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.http.HttpResponseNotifier;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** Applications that officials let act for them. */
@ApplicationScoped
class OAuthProducer {
    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    Lifetimes lifetimes(ExchangeConfig config) {
        return new Lifetimes(
                config.csc().accessLifetime(),
                config.csc().refreshLifetime(),
                config.csc().sadLifetime());
    }

    @Produces
    @Singleton
    Clients clients(UnitOfWork unitOfWork, Clock clock) {
        return new Clients(unitOfWork, clock);
    }

    @Produces
    @Singleton
    SignIn signIn(UnitOfWork unitOfWork, Clock clock) {
        return new SignIn(unitOfWork, random, clock);
    }

    @Produces
    @Singleton
    PushedRequests pushedRequests(UnitOfWork unitOfWork, Clock clock) {
        return new PushedRequests(unitOfWork, random, clock);
    }

    @Produces
    @Singleton
    GrantAccess grantAccess(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new GrantAccess(unitOfWork, ids, random, clock);
    }

    @Produces
    @Singleton
    RedeemCode redeemCode(UnitOfWork unitOfWork, Lifetimes lifetimes, Clock clock) {
        return new RedeemCode(unitOfWork, lifetimes, random, clock);
    }

    @Produces
    @Singleton
    RefreshAccess refreshAccess(UnitOfWork unitOfWork, Lifetimes lifetimes, Clock clock) {
        return new RefreshAccess(unitOfWork, lifetimes, random, clock);
    }

    @Produces
    @Singleton
    GrantToClient grantToClient(UnitOfWork unitOfWork, Lifetimes lifetimes, IdSource ids, Clock clock) {
        return new GrantToClient(unitOfWork, lifetimes, ids, random, clock);
    }

    @Produces
    @Singleton
    RevokeToken revokeToken(UnitOfWork unitOfWork, Clock clock) {
        return new RevokeToken(unitOfWork, clock);
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(UnitOfWork unitOfWork, Clock clock) {
        return new AccessTokens(unitOfWork, clock);
    }

    @Produces
    @Singleton
    StoredResponses storedResponses(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new StoredResponses(unitOfWork, ids, random, clock);
    }

    @Produces
    @Singleton
    HttpResponseNotifier notifier() {
        return new HttpResponseNotifier();
    }

    void close(@Disposes HttpResponseNotifier notifier) {
        notifier.close();
    }

    @Produces
    @Singleton
    SendResponseNotices sendResponseNotices(UnitOfWork unitOfWork, HttpResponseNotifier notifier, Clock clock) {
        return new SendResponseNotices(unitOfWork, notifier, clock);
    }

    @Produces
    @Singleton
    RemoveExpired removeExpired(UnitOfWork unitOfWork, Clock clock) {
        return new RemoveExpired(unitOfWork, clock);
    }
}
