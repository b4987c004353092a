package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Authorised hashes on their way to a signature: reserved in one transaction, consumed in another, and given back only
 * where the key was certainly not used. Thread-safe.
 */
final class Reservations {
    private final UnitOfWork unitOfWork;
    private final SigningKeys keys;
    private final SignerStatus status;
    private final KeyUses uses;
    private final IdSource ids;
    private final Clock clock;

    Reservations(
            UnitOfWork unitOfWork, SigningKeys keys, SignerStatus status, KeyUses uses, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.status = status;
        this.uses = uses;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What somebody wants signed under a SAD.
     *
     * @param client that has to be the one the SAD was given to; null if holding the SAD is all that the caller shows
     */
    record Claim(
            @Nullable String client,
            String credentialId,
            OpaqueToken sad,
            DigestAlgorithm algorithm,
            KeyKind kind,
            List<DocumentHash> hashes) {}

    /** Hashes that this node alone may sign now. */
    record Reserved(
            UUID id,
            SignatureAuthorization authorization,
            Caller official,
            CertifiedKey key,
            List<DocumentHash> hashes) {}

    /** @throws FailureException {@code authorization-invalid} or {@code authorization-expired}, or nothing is wrong yet */
    void requireLive(OpaqueToken sad) {
        Instant expiresAt = unitOfWork
                .inTransaction(ledger -> ledger.authorizations().bySad(sad.digest()))
                .map(SignatureAuthorization::expiresAt)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.AUTHORIZATION_INVALID)));
        if (!expiresAt.isAfter(clock.instant())) {
            throw new FailureException(Failure.of(FailureCode.AUTHORIZATION_EXPIRED));
        }
    }

    /**
     * All of the hashes are reserved.
     *
     * @throws FailureException and none is
     */
    Reserved reserve(Claim claim) {
        Reserved reserved = unitOfWork.inTransaction(ledger -> reserve(ledger, claim));
        // The issuer is asked when no transaction is open any more.
        if (status.refusal(reserved.key()).isPresent()) {
            release(reserved);
            throw new FailureException(
                    Failure.of(FailureCode.CERTIFICATE_NOT_VALID, subject(reserved.key()), "revoked"));
        }
        return reserved;
    }

    private static String subject(CertifiedKey key) {
        return key.certificate().getSubjectX500Principal().getName();
    }

    private Reserved reserve(Ledger ledger, Claim claim) {
        Instant now = clock.instant();
        SignatureAuthorization authorization =
                SadCheck.valid(ledger, claim.sad(), claim.client(), claim.credentialId(), now);
        Caller official = ledger.accounts()
                .person(authorization.account())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.AUTHORIZATION_INVALID)));
        CertifiedKey key = keys.find(new KeyAlias(authorization.keyAlias()))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIAL_UNKNOWN)));
        if (!authorization.hashAlgorithm().equals(claim.algorithm().oid())) {
            throw new FailureException(Failure.of(FailureCode.HASH_NOT_AUTHORIZED));
        }
        if (key.scheme().keyKind() != claim.kind()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "signAlgo"));
        }
        if (now.isAfter(key.certificate().getNotAfter().toInstant())
                || now.isBefore(key.certificate().getNotBefore().toInstant())) {
            throw new FailureException(Failure.of(FailureCode.CERTIFICATE_NOT_VALID, subject(key), "expired"));
        }
        UUID reservation = ids.next();
        if (!ledger.authorizations().reserve(authorization.id(), reservation, claim.hashes(), now)) {
            throw new FailureException(Failure.of(FailureCode.HASH_NOT_AUTHORIZED));
        }
        return new Reserved(reservation, authorization, official, key, claim.hashes());
    }

    /** The key's policy lets it sign them; where it does not, they are released. The caller closes the permit. */
    KeyUses.Permit permit(Reserved reserved) {
        boolean permitted = false;
        try {
            KeyUses.Permit permit = uses.permit(
                    reserved.official(),
                    reserved.authorization().keyAlias(),
                    SignatureUse.REMOTE,
                    null,
                    reserved.hashes().size());
            permitted = true;
            return permit;
        } finally {
            if (!permitted) {
                release(reserved);
            }
        }
    }

    /** They may be signed again: only where the key was certainly not used. */
    void release(Reserved reserved) {
        unitOfWork.inTransaction(ledger -> {
            ledger.authorizations().release(reserved.id());
            return true;
        });
    }

    /** They are signed, once and for ever; the signatures may be handed out. */
    void consume(Reserved reserved) {
        int consumed =
                unitOfWork.inTransaction(ledger -> ledger.authorizations().consume(reserved.id(), clock.instant()));
        if (consumed != reserved.hashes().size()) {
            throw new FailureException(Failure.of(FailureCode.INTERNAL));
        }
    }
}
