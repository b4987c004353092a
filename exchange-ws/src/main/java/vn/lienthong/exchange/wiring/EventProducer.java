package vn.lienthong.exchange.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.event.AwaitEvents;
import vn.lienthong.exchange.application.event.ReadFeed;
import vn.lienthong.exchange.application.event.SequenceEvents;
import vn.lienthong.exchange.boundary.rest.events.LongPoll;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** The feed. */
@ApplicationScoped
class EventProducer {
    private static final Logger LOG = LoggerFactory.getLogger(EventProducer.class);

    // The container injects resources into fields alone.
    @Resource
    private @Nullable ManagedExecutorService threads;

    @Produces
    @Singleton
    SequenceEvents sequenceEvents(UnitOfWork unitOfWork, Clock clock) {
        return new SequenceEvents(unitOfWork, clock);
    }

    @Produces
    @Singleton
    ReadFeed readFeed(UnitOfWork unitOfWork, SecretVault vault) {
        return new ReadFeed(unitOfWork, vault);
    }

    @Produces
    @Singleton
    AwaitEvents awaitEvents(UnitOfWork unitOfWork, Clock clock) {
        return new AwaitEvents(unitOfWork, clock, this::run);
    }

    @Produces
    @Singleton
    CloudEvent.Source eventSource(ExchangeConfig config) {
        return new CloudEvent.Source(config.logId(), config.publicAddress());
    }

    @Produces
    @Singleton
    LongPoll longPoll(ReadFeed feed, AwaitEvents events, CloudEvent.Source source, Clock clock) {
        return new LongPoll(feed, events, source, clock);
    }

    private void run(Runnable woken) {
        ManagedExecutorService executor = threads;
        if (executor == null) {
            throw new IllegalStateException("the container gave no executor");
        }
        try {
            executor.execute(woken);
        } catch (RejectedExecutionException e) {
            LOG.debug("who waits for events is left with the server");
        }
    }
}
