package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.application.receipt.ProveDispatch;
import vn.lienthong.exchange.application.receipt.SealPending;
import vn.lienthong.exchange.application.receipt.SealingPace;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.signer.CrlFolder;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
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
    ProveDispatch proveDispatch(UnitOfWork unitOfWork, ExchangeConfig config, KeyRing keys, Clock clock) {
        List<X509Certificate> chains =
                new ArrayList<>(keys.own(config.trust().logSealKey()).chain());
        chains.addAll(keys.own(config.trust().tsaKey()).chain());
        CrlFolder crls = new CrlFolder(config.trust().crlFolder(), chains);
        return new ProveDispatch(unitOfWork, crls, config.sealInterval(), clock);
    }
}
