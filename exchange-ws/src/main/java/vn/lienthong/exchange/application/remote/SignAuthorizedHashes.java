package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.remote.Reservations.Reserved;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.dss.SignerStatus;
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
    private final Reservations reservations;
    private final SigningToken token;
    private final Gate gate;

    public SignAuthorizedHashes(
            UnitOfWork unitOfWork,
            SigningKeys keys,
            SignerStatus status,
            KeyUses uses,
            SigningToken token,
            Gate gate,
            IdSource ids,
            Clock clock) {
        this.reservations = new Reservations(unitOfWork, keys, status, uses, ids, clock);
        this.token = token;
        this.gate = gate;
    }

    /**
     * One signature a hash, in their order.
     *
     * @throws FailureException {@code authorization-invalid}, {@code authorization-expired},
     *     {@code credential-unknown}, {@code hash-not-authorized}, {@code certificate-not-valid}, or what the key's
     *     policy and the token refuse
     */
    public List<Bytes> sign(SigningRequest request) {
        var claim = new Reservations.Claim(
                request.client(),
                request.credentialId(),
                request.sad(),
                request.scheme().digest(),
                request.scheme().keyKind(),
                request.hashes(),
                Map.of());
        return reservations.sign(claim, (reserved, permit, use) -> {
            List<SigningOutcome> outcomes = outcomes(reserved, request, use);
            if (outcomes.stream().allMatch(SignAuthorizedHashes::certainlyNotSigned)) {
                use.neverWas();
            }
            List<Bytes> signatures =
                    outcomes.stream().map(SignAuthorizedHashes::signature).toList();
            permit.record(Deed.HASHES_SIGNED, details(reserved, request));
            reservations.consume(reserved);
            return signatures;
        });
    }

    private List<SigningOutcome> outcomes(Reserved reserved, SigningRequest request, Reservations.KeyUse use) {
        List<Digest> digests = request.hashes().stream()
                .map(hash -> new Digest(request.scheme().digest(), Bytes.of(hash.octets())))
                .toList();
        try (Gate.Pass _ = gate.enter()) {
            use.begins();
            return token.signAll(new KeyAlias(reserved.authorization().keyAlias()), request.scheme(), digests);
        }
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

    private static Map<String, String> details(Reserved reserved, SigningRequest request) {
        Map<String, String> details = new TreeMap<>();
        details.put("authorization", reserved.authorization().id().toString());
        details.put("count", Integer.toString(request.hashes().size()));
        details.put("digests", WillOnRecord.together(request.hashes()));
        details.put("key", reserved.authorization().keyAlias());
        details.put("scheme", request.scheme().name());
        return details;
    }
}
