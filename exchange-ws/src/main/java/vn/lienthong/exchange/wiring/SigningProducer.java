package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.capacity.Gates;
import vn.lienthong.exchange.application.keeping.CompleteSignatures;
import vn.lienthong.exchange.application.keeping.EndOfCare;
import vn.lienthong.exchange.application.keeping.KeptRecords;
import vn.lienthong.exchange.application.keeping.SetAsideSignatures;
import vn.lienthong.exchange.application.keeping.TakeIntoCare;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.readiness.Concern;
import vn.lienthong.exchange.application.readiness.Readiness;
import vn.lienthong.exchange.application.readiness.SignerMetrics;
import vn.lienthong.exchange.application.signing.CounterSignDocument;
import vn.lienthong.exchange.application.signing.ExtendSignatures;
import vn.lienthong.exchange.application.signing.GrantedKeys;
import vn.lienthong.exchange.application.signing.IssueTimestamp;
import vn.lienthong.exchange.application.signing.PreviewAppearance;
import vn.lienthong.exchange.application.signing.SignHashes;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.verification.ValidateDocument;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.persistence.DatabaseRole;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.infrastructure.signer.TokenPlaces;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.sign.counter.CounterSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.sign.pades.AppearancePreview;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.clock.WatchedClock;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.failover.SigningHealth;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;

/** What signs and judges for callers, and how much of it at once. */
@ApplicationScoped
class SigningProducer {
    /** Building or judging a document keeps one core busy; a few more wait for the token or the disk. */
    private static final int DOCUMENTS_AT_ONCE =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** These wait for the token alone, whose pool has fewer sessions than this. */
    private static final int TOKEN_CALLS_AT_ONCE = 64;

    /** A caller that is told to come again within this time has waited in vain less than it would take to be served. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A page of an official document takes less than one. */
    private static final Duration PREVIEW_DEADLINE = Duration.ofSeconds(10);

    /** A load balancer asks each second or more often; an HSM is not to be kept busy by it. */
    private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(5);

    @Produces
    @Singleton
    GrantedKeys grantedKeys(UnitOfWork unitOfWork, KeyRing keys, Clock clock) {
        return new GrantedKeys(unitOfWork, keys, clock);
    }

    @Produces
    @Singleton
    AdesSigner adesSigner(
            ExchangeConfig config, SigningToken token, TimestampSource timestamps, TrustAnchors anchors, Clock clock) {
        return new AdesSigner(
                token,
                timestamps,
                anchors,
                RevocationSources.folder(config.trust().crlFolder()),
                SigningLimits.DEFAULT,
                AdesLimits.DEFAULT,
                config.temporaryFolder(),
                clock);
    }

    @Produces
    @Singleton
    SignOfficialDocument signOfficialDocument(
            Gates gates,
            ExchangeConfig config,
            GrantedKeys keys,
            KeyUses uses,
            AdesSigner signer,
            TakeIntoCare care,
            UnitOfWork unitOfWork,
            IdSource ids,
            Clock clock) {
        Gate gate = gates.open("sign", DOCUMENTS_AT_ONCE, PATIENCE);
        return new SignOfficialDocument(
                keys, uses, signer, unitOfWork, clock, ids, config.temporaryFolder(), gate, care);
    }

    @Produces
    @Singleton
    TakeIntoCare takeIntoCare(ContentStore store, IdSource ids, Clock clock) {
        return new TakeIntoCare(store, ids, clock);
    }

    @Produces
    @Singleton
    CompleteSignatures completeSignatures(
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            ContentStore store,
            AdesSigner signer,
            IdSource ids,
            Clock clock) {
        return new CompleteSignatures(unitOfWork, store, signer.augmenter(), ids, config.temporaryFolder(), clock);
    }

    @Produces
    @Singleton
    KeptRecords keptRecords(UnitOfWork unitOfWork, ContentStore store) {
        return new KeptRecords(unitOfWork, store);
    }

    @Produces
    @Singleton
    EndOfCare endOfCare(ExchangeConfig config, UnitOfWork unitOfWork, Clock clock) {
        return new EndOfCare(unitOfWork, config.keptFor(), clock);
    }

    @Produces
    @Singleton
    SetAsideSignatures setAsideSignatures(UnitOfWork unitOfWork, Clock clock) {
        return new SetAsideSignatures(unitOfWork, clock);
    }

    /** A picture takes a core and some 20 MB; two at once leave the others to signing. */
    @Produces
    @Singleton
    PreviewAppearance previewAppearance(Gates gates, ExchangeConfig config, Clock clock) {
        return new PreviewAppearance(
                new AppearancePreview(SigningLimits.DEFAULT, config.temporaryFolder(), PREVIEW_DEADLINE),
                clock,
                gates.open("preview", 2, PATIENCE));
    }

    @Produces
    @Singleton
    CounterSignDocument counterSignDocument(
            Gates gates,
            ExchangeConfig config,
            GrantedKeys keys,
            KeyUses uses,
            SigningToken token,
            SignerStatus status,
            UnitOfWork unitOfWork,
            IdSource ids,
            Clock clock) {
        CounterSigner signer = new CounterSigner(
                token, status, SigningLimits.DEFAULT, AdesLimits.DEFAULT, config.temporaryFolder(), clock);
        Gate gate = gates.open("counter-sign", DOCUMENTS_AT_ONCE, PATIENCE);
        return new CounterSignDocument(keys, uses, signer, unitOfWork, clock, ids, config.temporaryFolder(), gate);
    }

    @Produces
    @Singleton
    ExtendSignatures extendSignatures(
            Gates gates, ExchangeConfig config, AdesSigner signer, UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        Gate gate = gates.open("extend", DOCUMENTS_AT_ONCE, PATIENCE);
        return new ExtendSignatures(signer.augmenter(), unitOfWork, clock, ids, config.temporaryFolder(), gate);
    }

    @Produces
    @Singleton
    SignHashes signHashes(
            Gates gates, GrantedKeys keys, KeyUses uses, SignerStatus status, SigningToken token, Clock clock) {
        return new SignHashes(keys, uses, status, token, gates.open("hashes", TOKEN_CALLS_AT_ONCE, PATIENCE), clock);
    }

    @Produces
    @Singleton
    IssueTimestamp issueTimestamp(Gates gates, TimestampAuthority authority) {
        return new IssueTimestamp(authority, gates.open("timestamps", TOKEN_CALLS_AT_ONCE, PATIENCE));
    }

    @Produces
    @Singleton
    TrustAnchors trustAnchors(ExchangeConfig config) {
        try {
            return TrustAnchors.load(config.trust().anchorsFolder());
        } catch (IOException e) {
            throw new ConfigException(
                    "the key trust-anchors-folder names a folder that cannot be used: " + e.getMessage(), e);
        }
    }

    /** Revocation comes from the folder alone: an address in a certificate that somebody uploads is never called. */
    @Produces
    @Singleton
    ValidateDocument validateDocument(Gates gates, ExchangeConfig config, TrustAnchors anchors, Clock clock) {
        RevocationSources revocation = RevocationSources.folder(config.trust().crlFolder());
        return new ValidateDocument(
                new SignatureValidator(anchors, revocation, ValidationLimits.DEFAULT, clock),
                gates.open("validate", DOCUMENTS_AT_ONCE, PATIENCE));
    }

    @Produces
    @Singleton
    Gates gates() {
        return new Gates();
    }

    @Produces
    @Singleton
    SignerMetrics signerMetrics(
            TokenPlaces places, SigningHealth health, Gates gates, TsaClock tsaClock, UnitOfWork unitOfWork) {
        return new SignerMetrics(
                places.places(),
                health,
                gates,
                tsaClock.time(),
                () -> tsaClock.watched().flatMap(WatchedClock::drift),
                unitOfWork);
    }

    @Produces
    @Singleton
    Readiness readiness(
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            TokenPlaces places,
            SigningHealth health,
            TrustAnchors anchors,
            ContentStore store,
            TsaClock tsaClock,
            DatabaseRole role,
            Clock clock) {
        Set<Concern> concerns = EnumSet.noneOf(Concern.class);
        if (role.ownsTables()) {
            concerns.add(Concern.ONE_DATABASE_ROLE);
        }
        if (tsaClock.watched().isEmpty()) {
            concerns.add(Concern.CLOCK_NOT_WATCHED);
        }
        return new Readiness(
                unitOfWork, places.token(), health, anchors.all().size(), store, tsaClock.time(), concerns);
    }

    /** By the key of the log's seal: it signs each second anyway, and no person's. */
    @Produces
    @Singleton
    SigningHealth signingHealth(ExchangeConfig config, TokenPlaces places, KeyRing keys, Clock clock) {
        CertifiedKey key = keys.own(config.trust().logSealKey());
        SignatureScheme scheme = key.scheme().isPss() ? SignatureScheme.RSA_PKCS1_SHA256 : key.scheme();
        return new SigningHealth(
                places.places(), key.alias(), scheme, key.certificate().getPublicKey(), clock, HEALTH_INTERVAL);
    }
}
