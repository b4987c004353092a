package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs hashes that an official authorised: each once, whatever node is asked how often, and whatever dies in between.
 *
 * <p>The hashes are reserved in one transaction; then the key signs; then its use is recorded and the hashes are
 * consumed, before a signature is handed out. A reservation is undone only where the key was certainly not used: else
 * it stays, and the official has to authorise again. Thread-safe.
 *
 * <p>Source: CSC API v2, section 11.11 (signatures/signHash).
 */
public final class SignAuthorizedHashes {
    private final UnitOfWork unitOfWork;
    private final SigningKeys keys;
    private final KeyUses uses;
    private final SigningToken token;
    private final Gate gate;
    private final IdSource ids;
    private final Clock clock;

    public SignAuthorizedHashes(
            UnitOfWork unitOfWork,
            SigningKeys keys,
            KeyUses uses,
            SigningToken token,
            Gate gate,
            IdSource ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.uses = uses;
        this.token = token;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One signature a hash, in their order.
     *
     * @throws FailureException {@code authorization-invalid}, {@code authorization-expired},
     *     {@code credential-unknown}, {@code hash-not-authorized}, {@code certificate-not-valid}, or what the key's
     *     policy and the token refuse
     */
    public List<Bytes> sign(SigningRequest request) {
        Reserved reserved = unitOfWork.inTransaction(ledger -> reserve(ledger, request));
        List<SigningOutcome> outcomes;
        try (KeyUses.Permit permit = permitOrRelease(reserved, request)) {
            outcomes = signOrRelease(reserved, request);
            List<Bytes> signatures = signatures(reserved, outcomes);
            permit.record(Deed.HASHES_SIGNED, details(reserved, request));
            consume(reserved, request.hashes().size());
            return signatures;
        }
    }

    private Reserved reserve(Ledger ledger, SigningRequest request) {
        Instant now = clock.instant();
        SignatureAuthorization authorization =
                SadCheck.valid(ledger, request.sad(), request.client(), request.credentialId(), now);
        Caller official = ledger.accounts()
                .person(authorization.account())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.AUTHORIZATION_INVALID)));
        CertifiedKey key = keys.find(new KeyAlias(authorization.keyAlias()))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIAL_UNKNOWN)));
        if (!authorization.hashAlgorithm().equals(request.scheme().digest().oid())) {
            throw new FailureException(Failure.of(FailureCode.HASH_NOT_AUTHORIZED));
        }
        if (key.scheme().keyKind() != request.scheme().keyKind()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "signAlgo"));
        }
        if (now.isAfter(key.certificate().getNotAfter().toInstant())
                || now.isBefore(key.certificate().getNotBefore().toInstant())) {
            throw new FailureException(Failure.of(
                    FailureCode.CERTIFICATE_NOT_VALID,
                    key.certificate().getSubjectX500Principal().getName()));
        }
        UUID reservation = ids.next();
        if (!ledger.authorizations().reserve(authorization.id(), reservation, request.hashes(), now)) {
            throw new FailureException(Failure.of(FailureCode.HASH_NOT_AUTHORIZED));
        }
        return new Reserved(reservation, authorization, official);
    }

    private KeyUses.Permit permitOrRelease(Reserved reserved, SigningRequest request) {
        boolean permitted = false;
        try {
            KeyUses.Permit permit = uses.permit(
                    reserved.official(),
                    reserved.authorization().keyAlias(),
                    SignatureUse.REMOTE,
                    null,
                    request.hashes().size());
            permitted = true;
            return permit;
        } finally {
            if (!permitted) {
                release(reserved);
            }
        }
    }

    private List<SigningOutcome> signOrRelease(Reserved reserved, SigningRequest request) {
        List<Digest> digests = request.hashes().stream()
                .map(hash -> new Digest(request.scheme().digest(), Bytes.of(hash.octets())))
                .toList();
        Gate.Pass pass;
        try {
            pass = gate.enter();
        } catch (FailureException overloaded) {
            release(reserved);
            throw overloaded;
        }
        try (pass) {
            return token.signAll(new KeyAlias(reserved.authorization().keyAlias()), request.scheme(), digests);
        }
    }

    private List<Bytes> signatures(Reserved reserved, List<SigningOutcome> outcomes) {
        if (outcomes.stream().allMatch(SignAuthorizedHashes::certainlyNotSigned)) {
            release(reserved);
        }
        return outcomes.stream().map(SignAuthorizedHashes::signature).toList();
    }

    /** A device that was lost or did not answer in time may have signed. */
    private static boolean certainlyNotSigned(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.Signed _ -> false;
            case SigningOutcome.Refused _ -> true;
            case SigningOutcome.TokenDown down ->
                down.reason() == SigningOutcome.DownReason.BUSY || down.reason() == SigningOutcome.DownReason.CLOSED;
        };
    }

    private static Bytes signature(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.Signed signed -> signed.signature();
            case SigningOutcome.Refused refused ->
                throw new FailureException(
                        Failure.of(FailureCode.KEY_REFUSED, refused.reason().name()));
            case SigningOutcome.TokenDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter()));
        };
    }

    private void release(Reserved reserved) {
        unitOfWork.inTransaction(ledger -> {
            ledger.authorizations().release(reserved.id());
            return true;
        });
    }

    private void consume(Reserved reserved, int count) {
        int consumed =
                unitOfWork.inTransaction(ledger -> ledger.authorizations().consume(reserved.id(), clock.instant()));
        if (consumed != count) {
            throw new FailureException(Failure.of(FailureCode.INTERNAL));
        }
    }

    private static Map<String, String> details(Reserved reserved, SigningRequest request) {
        Map<String, String> details = new TreeMap<>();
        details.put("authorization", reserved.authorization().id().toString());
        details.put("count", Integer.toString(request.hashes().size()));
        details.put("digests", WillOnRecord.together(request.hashes()));
        details.put("key", reserved.authorization().keyAlias());
        details.put("scheme", request.scheme().name());
        return details;
    }

    private record Reserved(UUID id, SignatureAuthorization authorization, Caller official) {}
}
