package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.lienthong.exchange.application.receipt.ProveDispatch;
import vn.lienthong.exchange.application.receipt.PublicLog;
import vn.lienthong.exchange.application.receipt.SealPending;
import vn.lienthong.exchange.application.receipt.SealingPace;
import vn.lienthong.exchange.application.receipt.SignOfLife;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.signer.CrlFolder;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.LogId;

/** The use cases of proof. */
@ApplicationScoped
class ReceiptProducer {
    /** Keeps a proof at 14 hashes and a batch's tree under a megabyte. */
    private static final int BATCH_LIMIT = 10_000;

    @Produces
    @Singleton
    SealPending sealPending(UnitOfWork unitOfWork, BatchSealer sealer, ExchangeConfig config, Clock clock) {
        return new SealPending(unitOfWork, sealer, new LogId(config.logId()), BATCH_LIMIT, clock);
    }

    @Produces
    @Singleton
    SealingPace sealingPace(ExchangeConfig config) {
        return new SealingPace(config.sealInterval());
    }

    @Produces
    @Singleton
    SignOfLife signOfLife(UnitOfWork unitOfWork, Clock clock) {
        return new SignOfLife(unitOfWork, SignOfLifeStep.OLDEST_HEAD, clock);
    }

    @Produces
    @Singleton
    ProveDispatch proveDispatch(UnitOfWork unitOfWork, ExchangeConfig config, Clock clock) {
        CrlFolder crls = new CrlFolder(config.trust().crlFolder());
        return new ProveDispatch(unitOfWork, crls, config.sealInterval(), clock);
    }

    @Produces
    @Singleton
    PublicLog publicLog(UnitOfWork unitOfWork, ExchangeConfig config) {
        return new PublicLog(unitOfWork, new CrlFolder(config.trust().crlFolder()));
    }
}
