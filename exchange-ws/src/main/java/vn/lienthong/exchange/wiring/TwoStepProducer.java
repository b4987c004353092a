package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.signing.SigningAudit;
import vn.lienthong.exchange.application.twostep.CompleteSignature;
import vn.lienthong.exchange.application.twostep.OwnKeys;
import vn.lienthong.exchange.application.twostep.PrepareSignature;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.vault.SealingKeys;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.twostep.ContinuationSeal;
import vn.lienthong.signer.sign.twostep.TwoStepSigner;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.trust.TrustAnchors;

/** Signing with officials' own tokens. */
@ApplicationScoped
class TwoStepProducer {
    private static final Logger LOG = LoggerFactory.getLogger(TwoStepProducer.class);

    /** Both steps build a document; both share these places. */
    private final Gate gate =
            new Gate(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(5));

    @Produces
    @Singleton
    TwoStepSigner twoStepSigner(ExchangeConfig config, TimestampSource timestamps, TrustAnchors anchors, Clock clock) {
        return new TwoStepSigner(
                seal(config, clock),
                timestamps,
                anchors,
                RevocationSources.folder(config.trust().crlFolder()),
                SigningLimits.DEFAULT,
                AdesLimits.DEFAULT,
                config.temporaryFolder(),
                clock);
    }

    /** Keys that cannot be used are found when the server starts, not when the first official signs. */
    void ready(@Observes @Initialized(ApplicationScoped.class) Object event, TwoStepSigner signer) {
        LOG.debug("continuations are sealed by {}", signer);
    }

    private static ContinuationSeal seal(ExchangeConfig config, Clock clock) {
        try {
            return new ContinuationSeal(
                    SealingKeys.ofFile(config.twoStep().keysFile()),
                    new SecureRandom(),
                    clock,
                    config.twoStep().lifetime());
        } catch (IOException e) {
            throw new ConfigException(
                    "the key two-step-keys-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    OwnKeys ownKeys(TrustAnchors anchors, Clock clock) {
        return new OwnKeys(anchors, clock);
    }

    @Produces
    @Singleton
    PrepareSignature prepareSignature(
            ExchangeConfig config,
            TwoStepSigner signer,
            OwnKeys keys,
            UnitOfWork unitOfWork,
            IdSource ids,
            Clock clock) {
        SigningAudit audit = new SigningAudit(unitOfWork, clock);
        return new PrepareSignature(signer, keys, audit, ids, config.temporaryFolder(), gate);
    }

    @Produces
    @Singleton
    CompleteSignature completeSignature(
            ExchangeConfig config,
            TwoStepSigner signer,
            OwnKeys keys,
            UnitOfWork unitOfWork,
            IdSource ids,
            Clock clock) {
        SigningAudit audit = new SigningAudit(unitOfWork, clock);
        return new CompleteSignature(signer, keys, audit, ids, config.temporaryFolder(), gate);
    }
}
