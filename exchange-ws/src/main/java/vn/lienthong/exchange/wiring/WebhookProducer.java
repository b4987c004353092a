package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import vn.lienthong.exchange.application.webhook.OwnWebhooks;
import vn.lienthong.exchange.application.webhook.ProveWebhooks;
import vn.lienthong.exchange.application.webhook.PushEvents;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.http.JsonEventTexts;
import vn.lienthong.exchange.infrastructure.http.SocketWebhookCaller;
import vn.lienthong.exchange.infrastructure.http.TrustedTls;
import vn.lienthong.exchange.infrastructure.http.WebhookPeers;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** Webhooks. */
@ApplicationScoped
class WebhookProducer {
    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    SocketWebhookCaller webhookCaller(ExchangeConfig config) {
        try {
            return new SocketWebhookCaller(
                    new WebhookPeers(config.webhooks().networks()),
                    TrustedTls.factory(config.webhooks().caFile()));
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException("the key webhook-ca-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    void close(@Disposes SocketWebhookCaller caller) {
        caller.close();
    }

    @Produces
    @Singleton
    OwnWebhooks ownWebhooks(UnitOfWork unitOfWork, SocketWebhookCaller caller, IdSource ids, Clock clock) {
        return new OwnWebhooks(unitOfWork, caller, ids, random, clock);
    }

    @Produces
    @Singleton
    ProveWebhooks proveWebhooks(
            UnitOfWork unitOfWork, SocketWebhookCaller caller, CloudEvent.Source source, IdSource ids, Clock clock) {
        return new ProveWebhooks(unitOfWork, caller, new JsonEventTexts(), source, ids, random, clock);
    }

    @Produces
    @Singleton
    PushEvents pushEvents(UnitOfWork unitOfWork, SocketWebhookCaller caller, CloudEvent.Source source, Clock clock) {
        return new PushEvents(unitOfWork, caller, new JsonEventTexts(), source, new SplittableRandom(), clock);
    }
}
