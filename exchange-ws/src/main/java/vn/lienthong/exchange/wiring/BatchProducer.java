package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import vn.lienthong.exchange.application.batch.AcceptBatch;
import vn.lienthong.exchange.application.batch.BatchLimits;
import vn.lienthong.exchange.application.batch.BatchRecords;
import vn.lienthong.exchange.application.batch.SignBatches;
import vn.lienthong.exchange.application.batch.SignItem;
import vn.lienthong.exchange.application.batch.TermsReader;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keeping.TakeIntoCare;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.signing.GrantedKeys;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.boundary.rest.signing.StoredParameters;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.signer.sign.ades.AdesSigner;

/** Many documents signed by one request. */
@ApplicationScoped
class BatchProducer {
    /** Building a signature keeps one core busy, and one request that waits for an answer comes before ten thousand. */
    static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    @Produces
    @Singleton
    TermsReader termsReader() {
        return new StoredParameters();
    }

    @Produces
    @Singleton
    AcceptBatch acceptBatch(
            UnitOfWork unitOfWork,
            ContentStore store,
            SignOfficialDocument signing,
            TermsReader terms,
            IdSource ids,
            Clock clock) {
        return new AcceptBatch(unitOfWork, store, signing, terms, BatchLimits.DEFAULT, ids, clock);
    }

    @Produces
    @Singleton
    BatchRecords batchRecords(UnitOfWork unitOfWork, ContentStore store, Clock clock) {
        return new BatchRecords(unitOfWork, store, BatchLimits.DEFAULT, clock);
    }

    /** Its use case is one of its own: neither its places nor its writing of uses keep a caller who waits. */
    @Produces
    @Singleton
    SignBatches signBatches(
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            ContentStore store,
            GrantedKeys keys,
            KeyUses uses,
            AdesSigner signer,
            TakeIntoCare care,
            TermsReader terms,
            IdSource ids,
            Clock clock) {
        SignOfficialDocument signing = new SignOfficialDocument(
                keys,
                uses,
                signer,
                unitOfWork,
                clock,
                ids,
                config.temporaryFolder(),
                new Gate(WORKERS, Duration.ofMinutes(1)),
                care);
        return new SignBatches(
                unitOfWork,
                store,
                new SignItem(store, signing, terms, clock),
                BatchLimits.DEFAULT,
                ids,
                clock,
                System.getProperty("jboss.node.name", "node"));
    }
}
