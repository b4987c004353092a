package vn.lienthong.exchange.application.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.application.event.SequenceEvents;
import vn.lienthong.exchange.application.remote.TestClock;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.infrastructure.http.JsonEventTexts;
import vn.lienthong.exchange.infrastructure.http.Network;
import vn.lienthong.exchange.infrastructure.http.SocketWebhookCaller;
import vn.lienthong.exchange.infrastructure.http.TrustedTls;
import vn.lienthong.exchange.infrastructure.http.WebhookPeers;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.TestExchange;

/** Webhooks over a real database and real connections, at a time of the test's choosing. */
final class Webhooking implements AutoCloseable {
    static final CloudEvent.Source SOURCE = new CloudEvent.Source("lienthong-it", null);

    final TestExchange exchange;
    final TestClock clock = new TestClock();
    final SocketWebhookCaller caller;
    final OwnWebhooks own;
    final SequenceEvents sequence;
    final ProveWebhooks prove;
    final PushEvents push;

    Webhooking(Path folder, String... networks) {
        this(TestExchange.in(folder, 12), networks);
    }

    Webhooking(TestExchange exchange, String... networks) {
        this.exchange = exchange;
        UnitOfWork unitOfWork = exchange.unitOfWork;
        SecureRandom random = new SecureRandom();
        try {
            caller = new SocketWebhookCaller(
                    new WebhookPeers(
                            List.of(networks).stream().map(Network::parse).toList()),
                    TrustedTls.factory(Optional.empty()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        own = new OwnWebhooks(unitOfWork, caller, exchange.ids, random, clock);
        sequence = new SequenceEvents(unitOfWork, clock);
        prove = new ProveWebhooks(unitOfWork, caller, new JsonEventTexts(), SOURCE, exchange.ids, random, clock);
        push = anotherWorker();
    }

    PushEvents anotherWorker() {
        return new PushEvents(
                exchange.unitOfWork,
                caller,
                new JsonEventTexts(),
                SOURCE,
                RandomGenerator.of("L64X128MixRandom"),
                clock);
    }

    NewSecret registered(Caller owner, OrganId agency, URI address) {
        return own.register(owner, agency, address, Set.of());
    }

    /** Registered, and its address has proved itself. */
    NewSecret active(Caller owner, OrganId agency, Endpoint endpoint) {
        NewSecret made = registered(owner, agency, endpoint.address());
        prove.run();
        return made;
    }

    /** Everything that is due is told, and its answers are settled. */
    void tell() {
        while (sequence.run()) {
            // until everything has its place
        }
        Eventually.within(Duration.ofSeconds(40), "all that is due is told", () -> !push.run());
    }

    void later(Duration by) {
        clock.advance(by);
        tell();
    }

    Webhook now(Caller owner, WebhookId id) {
        return own.find(owner, id).orElseThrow();
    }

    List<PushAttempt> attempts(Caller owner, WebhookId id) {
        return own.attempts(owner, id, Long.MAX_VALUE, 1000);
    }

    @Override
    public void close() {
        caller.close();
    }
}
