package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Authorised hashes on their way to a signature: reserved in one transaction, consumed in another, and given back only
 * where the key was certainly not used. What is refused is on the record. Thread-safe.
 *
 * <p>Source: docs/adr/0016, 0036.
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
     * @param words what this server is to write into signatures: nothing, or what was agreed to; none for a hash whose
     *     signature somebody else writes
     */
    record Claim(
            @Nullable String client,
            String credentialId,
            OpaqueToken sad,
            DigestAlgorithm algorithm,
            KeyKind kind,
            List<DocumentHash> hashes,
            Map<DocumentHash, SignedWords> words) {}

    /** Hashes that this node alone may sign now. */
    record Reserved(
            UUID id,
            SignatureAuthorization authorization,
            Caller official,
            CertifiedKey key,
            List<DocumentHash> hashes) {}

    /** Signs what was reserved, says before the key is asked that it is, and consumes what was signed. */
    interface Work<T> {
        T sign(Reserved reserved, KeyUses.Permit permit, KeyUse use);
    }

    /** What is known of the key: whether it may have signed some of the hashes. Used by one thread. */
    static final class KeyUse {
        private boolean possible;

        /** From now on it may have. */
        void begins() {
            possible = true;
        }

        /** It is certain that it has signed none of them after all. */
        void neverWas() {
            possible = false;
        }
    }

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
     * What the work came to: all of the hashes are signed and consumed. If it fails they are authorised again where the key
     * was certainly not used, and stay as they are where it may have been: else one will would be signed twice. Either is on
     * the record.
     *
     * @throws FailureException and nothing may be handed out
     */
    <T> T sign(Claim claim, Work<T> work) {
        Reserved reserved = reserve(claim);
        KeyUse use = new KeyUse();
        // What the key's policy refuses is written down where it is judged.
        boolean permitting = false;
        try {
            requireNotRevoked(reserved.key());
            permitting = true;
            try (KeyUses.Permit permit = permit(reserved)) {
                permitting = false;
                return work.sign(reserved, permit, use);
            }
        } catch (RuntimeException | Error e) {
            settle(reserved, use, e, permitting && isOfPolicy(e));
            throw e;
        }
    }

    private Reserved reserve(Claim claim) {
        try {
            return unitOfWork.inTransaction(ledger -> reserve(ledger, claim));
        } catch (FailureException e) {
            unitOfWork.inTransaction(ledger -> RefusalOnRecord.put(ledger, claim, e.failure(), clock.instant()));
            throw e;
        }
    }

    /** The issuer is asked when no transaction is open. */
    private void requireNotRevoked(CertifiedKey key) {
        if (status.refusal(key).isPresent()) {
            throw new FailureException(Failure.of(FailureCode.CERTIFICATE_NOT_VALID, subject(key), "revoked"));
        }
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
        requireWords(ledger, authorization, claim.words());
        UUID reservation = ids.next();
        if (!ledger.authorizations().reserve(authorization.id(), reservation, claim.hashes(), now)) {
            throw new FailureException(Failure.of(FailureCode.HASH_NOT_AUTHORIZED));
        }
        return new Reserved(reservation, authorization, official, key, claim.hashes());
    }

    /** The official agreed to these words, and to no others: to none where none were shown. */
    private static void requireWords(
            Ledger ledger, SignatureAuthorization authorization, Map<DocumentHash, SignedWords> words) {
        Map<DocumentHash, Sha256Digest> agreed = ledger.authorizations().words(authorization.id());
        words.forEach((hash, said) -> {
            Optional<Sha256Digest> wanted = said.isNone() ? Optional.empty() : Optional.of(said.digest());
            if (!wanted.equals(Optional.ofNullable(agreed.get(hash)))) {
                throw new FailureException(Failure.of(FailureCode.WORDS_NOT_AUTHORIZED));
            }
        });
    }

    private KeyUses.Permit permit(Reserved reserved) {
        return uses.permit(
                reserved.official(),
                reserved.authorization().keyAlias(),
                SignatureUse.REMOTE,
                reserved.authorization().kind(),
                reserved.hashes().size());
    }

    /** They are signed, once and for ever; the signatures may be handed out. */
    void consume(Reserved reserved) {
        int consumed =
                unitOfWork.inTransaction(ledger -> ledger.authorizations().consume(reserved.id(), clock.instant()));
        if (consumed != reserved.hashes().size()) {
            throw new FailureException(Failure.of(FailureCode.INTERNAL));
        }
    }

    private void settle(Reserved reserved, KeyUse use, Throwable why, boolean noted) {
        try {
            unitOfWork.inTransaction(ledger -> {
                if (!use.possible) {
                    ledger.authorizations().release(reserved.id());
                }
                if (!noted) {
                    RefusalOnRecord.put(ledger, reserved, why, use.possible, clock.instant());
                }
                return true;
            });
        } catch (RuntimeException e) {
            // They stay reserved, and nobody signs them.
            why.addSuppressed(e);
        }
    }

    private static boolean isOfPolicy(Throwable why) {
        return why instanceof FailureException e && e.failure().code().category() == Category.POLICY;
    }
}
