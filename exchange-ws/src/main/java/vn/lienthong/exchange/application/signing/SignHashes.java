package vn.lienthong.exchange.application.signing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs digests with a key that was granted to the caller: all of them, or none is handed out. The use stands in the
 * audit log before that. Thread-safe.
 */
public final class SignHashes {
    /** The most digests of one request: a few seconds of one HSM session. */
    public static final int MOST = 1000;

    private final GrantedKeys keys;
    private final SigningToken token;
    private final KeyUses uses;
    private final SignerStatus status;
    private final Gate gate;
    private final Clock clock;

    public SignHashes(GrantedKeys keys, KeyUses uses, SignerStatus status, SigningToken token, Gate gate, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.status = status;
        this.token = token;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * One signature a digest, in their order.
     *
     * @param digests 1 to {@link #MOST}, of the scheme's algorithm
     * @throws FailureException if the key is not the caller's, does not fit the scheme, has no certificate that is valid
     *     now, or cannot sign now
     */
    public List<Bytes> sign(Caller caller, KeyAlias alias, SignatureScheme scheme, List<Digest> digests) {
        if (digests.isEmpty() || digests.size() > MOST) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "digests"));
        }
        CertifiedKey key = keys.named(caller, alias);
        try (KeyUses.Permit permit = uses.permit(caller, alias.value(), SignatureUse.DIGESTS, null, digests.size())) {
            if (key.scheme().keyKind() != scheme.keyKind()) {
                throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "scheme"));
            }
            CertificateGate.refusal(key, clock.instant())
                    .or(() -> status.refusal(key))
                    .ifPresent(refused -> {
                        throw keys.refused(caller, alias, SigningFailures.of(refused));
                    });
            List<Bytes> signatures = new ArrayList<>(digests.size());
            try (Gate.Pass _ = gate.enter()) {
                token.signAll(alias, scheme, digests).forEach(outcome -> signatures.add(signature(outcome)));
            } catch (FailureException e) {
                permit.endsBy(e.failure().code());
                throw e;
            }
            permit.record(
                    Deed.HASHES_SIGNED,
                    Map.of(
                            "count", Integer.toString(digests.size()),
                            "digests", together(digests),
                            "key", alias.value(),
                            "scheme", scheme.name()));
            return List.copyOf(signatures);
        }
    }

    private static Bytes signature(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.Signed signed -> signed.signature();
            case SigningOutcome.Refused refused -> throw new FailureException(SigningFailures.of(refused));
            case SigningOutcome.TokenDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter()));
        };
    }

    /** SHA-256 over all digests in their order: names them in one short text. */
    private static String together(List<Digest> digests) {
        var sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        digests.forEach(digest -> sha256.update(digest.value().toArray()));
        return Bytes.of(sha256.digest()).hex();
    }
}
