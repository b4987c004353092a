package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.remote.Approvals;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.Credentials;
import vn.lienthong.exchange.application.remote.SignAuthorizedDocuments;
import vn.lienthong.exchange.application.remote.SignAuthorizedHashes;
import vn.lienthong.exchange.application.remote.SignatureMaker;
import vn.lienthong.exchange.application.solecontrol.Enrol;
import vn.lienthong.exchange.application.solecontrol.FactorCheck;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.csc.CscSettings;
import vn.lienthong.exchange.boundary.csc.oauth.Consent;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;
import vn.lienthong.exchange.domain.solecontrol.PinHasher;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.infrastructure.vault.Argon2PinHasher;
import vn.lienthong.exchange.infrastructure.webauthn.NoPasskeys;
import vn.lienthong.exchange.infrastructure.webauthn.WebAuthn4jVerifier;
import vn.lienthong.exchange.wiring.config.CscConfig;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.PasskeyConfig;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.sign.ades.DigestSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.SigningToken;

/** Officials' factors, and what they authorise to be signed from elsewhere. */
@ApplicationScoped
class RemoteSigningProducer {
    /** Each takes 19 MiB and some 50 ms of one core. */
    private static final int PINS_AT_ONCE = 4;

    /** These wait for the token alone, whose pool has fewer sessions than this. */
    private static final int TOKEN_CALLS_AT_ONCE = 64;

    /** Building a document keeps one core busy; a few more wait for the token or the disk. */
    private static final int DOCUMENTS_AT_ONCE =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Gate pins = new Gate(PINS_AT_ONCE, PATIENCE);

    @Produces
    @Singleton
    PinHasher pinHasher() {
        return new Argon2PinHasher(random);
    }

    @Produces
    @Singleton
    PasskeyVerifier passkeyVerifier(ExchangeConfig config) {
        PasskeyConfig passkeys = config.passkeys();
        return passkeys.isOn() ? new WebAuthn4jVerifier(passkeys.origin(), passkeys.relyingParty()) : new NoPasskeys();
    }

    @Produces
    @Singleton
    Passkeys passkeys(UnitOfWork unitOfWork, FactorCheck factors, PasskeyVerifier verifier, Clock clock) {
        return new Passkeys(unitOfWork, factors, verifier, random, clock);
    }

    @Produces
    @Singleton
    FactorCheck factorCheck(UnitOfWork unitOfWork, PinHasher hasher, PasskeyVerifier verifier, Clock clock) {
        return new FactorCheck(unitOfWork, hasher, verifier, pins, clock);
    }

    @Produces
    @Singleton
    Enrol enrol(UnitOfWork unitOfWork, PinHasher hasher, Clock clock) {
        return new Enrol(unitOfWork, hasher, pins, random, clock);
    }

    @Produces
    @Singleton
    SignerStatus signerStatus(ExchangeConfig config, Clock clock) {
        return new SignerStatus(RevocationSources.folder(config.trust().crlFolder()), clock);
    }

    @Produces
    @Singleton
    Credentials credentials(UnitOfWork unitOfWork, KeyRing keys, SignerStatus status, Clock clock) {
        return new Credentials(unitOfWork, keys, status, clock);
    }

    @Produces
    @Singleton
    AuthorizeSignatures authorizeSignatures(
            UnitOfWork unitOfWork,
            Credentials credentials,
            FactorCheck factors,
            GrantAccess access,
            IdSource ids,
            Lifetimes lifetimes,
            Clock clock) {
        return new AuthorizeSignatures(unitOfWork, credentials, factors, access, ids, random, lifetimes, clock);
    }

    @Produces
    @Singleton
    Approvals approvals(
            UnitOfWork unitOfWork,
            Credentials credentials,
            FactorCheck factors,
            IdSource ids,
            Lifetimes lifetimes,
            Clock clock) {
        return new Approvals(unitOfWork, credentials, factors, ids, random, lifetimes, clock);
    }

    @Produces
    @Singleton
    SignAuthorizedHashes signAuthorizedHashes(
            UnitOfWork unitOfWork,
            KeyRing keys,
            SignerStatus status,
            KeyUses uses,
            SigningToken token,
            IdSource ids,
            Clock clock) {
        return new SignAuthorizedHashes(
                unitOfWork, keys, status, uses, token, new Gate(TOKEN_CALLS_AT_ONCE, PATIENCE), ids, clock);
    }

    @Produces
    @Singleton
    SignAuthorizedDocuments signAuthorizedDocuments(
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            KeyRing keys,
            SignerStatus status,
            KeyUses uses,
            AdesSigner signer,
            SigningToken token,
            TimestampSource timestamps,
            IdSource ids,
            Clock clock) {
        DigestSigner digests = new DigestSigner(
                token,
                timestamps,
                signer.augmenter(),
                RevocationSources.folder(config.trust().crlFolder()),
                config.temporaryFolder(),
                clock);
        SignatureMaker maker = new SignatureMaker(signer, digests, signer.materials(), ids, config.temporaryFolder());
        return new SignAuthorizedDocuments(
                unitOfWork, keys, status, uses, maker, new Gate(DOCUMENTS_AT_ONCE, PATIENCE), ids, clock);
    }

    @Produces
    @Singleton
    CscSettings cscSettings(ExchangeConfig config) {
        CscConfig csc = config.csc();
        return new CscSettings(
                csc.specs(),
                csc.name(),
                csc.logo(),
                config.temporaryFolder(),
                SigningLimits.DEFAULT.maxDocumentBytes());
    }

    @Produces
    @Singleton
    Consent consent(GrantAccess access, AuthorizeSignatures authorize, Credentials credentials, Passkeys passkeys) {
        return new Consent(access, authorize, credentials, passkeys);
    }
}
