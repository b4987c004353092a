package vn.lienthong.exchange.application.twostep;

import static vn.lienthong.signer.token.SigningOutcome.RefusalReason.SCHEME_NOT_SUPPORTED;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.trust.CertificatePath;
import vn.lienthong.signer.trust.TrustAnchors;

/** The keys that officials carry with them: known by a certificate that leads to a trust anchor. Thread-safe. */
public final class OwnKeys {
    /** It stands for every key that is not here. */
    public static final KeyAlias ALIAS = new KeyAlias("owners-token");

    private final TrustAnchors anchors;
    private final Clock clock;

    public OwnKeys(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * The key with the chain that goes into the signature. A certificate of an authority that nobody here trusts is refused
     * before anything is built: what it signed would be valid nowhere.
     *
     * @throws FailureException {@code certificate-not-valid}; {@code key-refused} if keys of its kind do not sign so;
     *     {@code parameter-invalid} if the scheme is not the key's
     */
    CertifiedKey of(OwnKeyCommand command) {
        SignatureScheme usual = usual(command.certificates().get(0).getPublicKey());
        CertificatePath path = CertificatePath.find(
                        command.certificates().get(0), command.certificates(), anchors, clock.instant())
                .orElseThrow(() -> new FailureException(Failure.of(
                        FailureCode.CERTIFICATE_NOT_VALID, OwnKeyRefusal.CERTIFICATE_PATH_NOT_FOUND.name())));
        SignatureScheme scheme = command.scheme().orElse(usual);
        if (scheme.keyKind() != usual.keyKind()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "scheme"));
        }
        return new CertifiedKey(ALIAS, scheme, path.certificates());
    }

    private static SignatureScheme usual(PublicKey key) {
        return switch (key) {
            case RSAPublicKey _ -> SignatureScheme.RSA_PKCS1_SHA256;
            case ECPublicKey _ -> SignatureScheme.ECDSA_SHA256;
            // EdDSA signs the whole message, which a digest that goes to the client is not; no CA here issues other
            // kinds
            default -> throw new FailureException(Failure.of(FailureCode.KEY_REFUSED, SCHEME_NOT_SUPPORTED.name()));
        };
    }
}
