package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import vn.lienthong.exchange.application.batch.BatchRecords;
import vn.lienthong.exchange.application.batch.SignBatches;
import vn.lienthong.exchange.application.deadline.WatchDeadlines;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.application.dispatch.SendStatusMessages;
import vn.lienthong.exchange.application.keeping.CompleteSignatures;
import vn.lienthong.exchange.application.keeping.EndOfCare;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.application.oauth.RemoveExpired;
import vn.lienthong.exchange.application.oauth.SendResponseNotices;
import vn.lienthong.exchange.application.receipt.SealPending;
import vn.lienthong.exchange.application.receipt.SealingPace;
import vn.lienthong.exchange.application.receipt.SignOfLife;
import vn.lienthong.exchange.application.upkeep.SweepContent;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.infrastructure.seed.DirectoryFile;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;
import vn.lienthong.exchange.wiring.config.ClusterSecret;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** What happens once: the directory file's entries are registered before the first request, then the workers start. */
@ApplicationScoped
class StartUp {
    private final ExchangeConfig config;
    private final Register register;
    private final ChangeKeyGrants keyGrants;
    private final ChangeKeyPolicy keyPolicies;
    private final SendStatusMessages messages;
    private final SealPending sealPending;
    private final SealingPace sealingPace;
    private final SignOfLife signOfLife;
    private final UsageMeter meter;
    private final IdSource ids;
    private final SweepContent sweeping;
    private final RemoveExpired expired;
    private final SendResponseNotices notices;
    private final TsaClock tsaClock;
    private final SignBatches batches;
    private final BatchRecords batchRecords;
    private final CompleteSignatures completing;
    private final EventWork events;
    private final WatchDeadlines deadlines;
    private final RelayLines relay;
    private final EndOfCare endOfCare;
    private final BackgroundWork background;

    @Inject
    StartUp(
            ExchangeConfig config,
            Register register,
            ChangeKeyGrants keyGrants,
            ChangeKeyPolicy keyPolicies,
            SendStatusMessages messages,
            SealPending sealPending,
            SealingPace sealingPace,
            SignOfLife signOfLife,
            UsageMeter meter,
            IdSource ids,
            SweepContent sweeping,
            RemoveExpired expired,
            SendResponseNotices notices,
            TsaClock tsaClock,
            SignBatches batches,
            BatchRecords batchRecords,
            CompleteSignatures completing,
            EventWork events,
            WatchDeadlines deadlines,
            RelayLines relay,
            EndOfCare endOfCare,
            BackgroundWork background) {
        this.config = config;
        this.register = register;
        this.keyGrants = keyGrants;
        this.keyPolicies = keyPolicies;
        this.messages = messages;
        this.sealPending = sealPending;
        this.signOfLife = signOfLife;
        this.sealingPace = sealingPace;
        this.meter = meter;
        this.ids = ids;
        this.sweeping = sweeping;
        this.expired = expired;
        this.notices = notices;
        this.tsaClock = tsaClock;
        this.batches = batches;
        this.batchRecords = batchRecords;
        this.completing = completing;
        this.events = events;
        this.deadlines = deadlines;
        this.relay = relay;
        this.endOfCare = endOfCare;
        this.background = background;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        ClusterSecret.require(System.getenv());
        new FirstEntries(register, keyGrants, keyPolicies, ids).register(seed());
        tsaClock.watched()
                .ifPresent(watched -> background.repeat(
                        "comparing the clock",
                        new ClockStep(watched, config.tsa().clock().interval()),
                        Duration.ZERO));
        background.repeat("closing blocks of key uses", new IdleBlocksStep(meter), Duration.ZERO);
        background.repeat("sending status messages", new StatusMessageStep(messages), StatusMessageStep.INTERVAL);
        background.repeat(
                "telling applications of answers", new ResponseNoticeStep(notices), ResponseNoticeStep.INTERVAL);
        background.repeat("sealing the audit log", sealing(), config.sealInterval());
        background.repeat("the log's sign of life", new SignOfLifeStep(signOfLife), SignOfLifeStep.INTERVAL);
        batches.start();
        for (int worker = 1; worker <= BatchProducer.WORKERS; worker++) {
            background.repeat("signing batches, worker " + worker, new BatchStep(batches), Duration.ZERO);
        }
        background.repeat("completing signatures", new CareStep(completing), CareStep.INTERVAL);
        background.repeat("watching deadlines", new DeadlineStep(deadlines), DeadlineStep.INTERVAL);
        relay.start(background);
        background.repeat("ending the care of old signatures", new EndOfCareStep(endOfCare), Duration.ofMinutes(1));
        background.repeat("removing old batches", new OldBatchesStep(batchRecords), Duration.ofMinutes(1));
        background.repeat("sweeping the content store", new SweepStep(sweeping), SweepStep.INTERVAL);
        events.start(background);
        background.repeat("removing what has expired", new RemoveExpiredStep(expired), RemoveExpiredStep.INTERVAL);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        background.stop();
        events.stop();
        meter.closeAll();
    }

    private BackgroundWork.Step sealing() {
        return new BackgroundWork.Step() {
            @Override
            public Duration run() {
                return sealingPace.after(sealPending.run());
            }

            @Override
            public Duration afterFailure() {
                return sealingPace.afterFailure();
            }
        };
    }

    private DirectorySeed seed() {
        try {
            return DirectoryFile.read(config.directoryFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("the key directory-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }
}
