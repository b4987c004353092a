package vn.lienthong.signer.cms;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/**
 * Makes CMS signed data with one signer. The token is called once, between two pure steps, so its outcome is ours and no
 * session is held while ASN.1 is built. Thread-safe.
 *
 * <p>Source: RFC 5652 §5.
 */
public final class CmsSigner {
    /** More keys than an installation has; when certificates are renewed over years, the old ones go. */
    private static final int MAX_KEYS = 1_000;

    private final SigningToken token;
    private final Map<CertifiedKey, SignerParts> parts = new ConcurrentHashMap<>();
    private final boolean checksEach;
    /** Keys whose first signature verified with their certificate. */
    private final Set<CertifiedKey> fitting = ConcurrentHashMap.newKeySet();

    private CmsSigner(SigningToken token, boolean checksEach) {
        this.token = token;
        this.checksEach = checksEach;
    }

    /** Verifies the first signature of each key: for one key of the server's own that signs thousands of times a second. */
    public CmsSigner(SigningToken token) {
        this(token, false);
    }

    /** Verifies every signature before it is given out: a key may be replaced in its token at any time. */
    public static CmsSigner checkingEach(SigningToken token) {
        return new CmsSigner(token, true);
    }

    /**
     * The outcome holds signed data over the content.
     *
     * @param content digested with the algorithm of the key's scheme
     * @param signingTime claimed in a signed attribute; left out if empty
     * @param certificates put into the signed data; may be empty
     */
    public CmsOutcome sign(
            CertifiedKey key, CmsContent content, Optional<Instant> signingTime, List<X509Certificate> certificates) {
        return switch (signature(key, content, signingTime, certificates)) {
            case SigningStep.Made(CmsSignature signature) -> new CmsOutcome.Signed(signature.contentInfo());
            case SigningStep.KeyRefused(var reason, String detail) -> new CmsOutcome.Refused(reason + ": " + detail);
            case SigningStep.KeyMismatch(String detail) -> new CmsOutcome.Refused(detail);
            case SigningStep.TokenDown(var reason, var retryAfter, String detail) ->
                new CmsOutcome.TokenDown(reason, retryAfter, detail);
        };
    }

    /** The same before it is put together, so that a timestamp can go into it. */
    public SigningStep signature(
            CertifiedKey key, CmsContent content, Optional<Instant> signingTime, List<X509Certificate> certificates) {
        SignerParts signer = partsOf(key);
        byte[] attributes = SignedAttributes.of(content, signer, signingTime);
        return switch (token.signMessage(key.alias(), key.scheme(), attributes)) {
            case SigningOutcome.Signed(Bytes value)
            when !fits(key, attributes, value) ->
                new SigningStep.KeyMismatch(
                        "the token's signature does not verify with the certificate of " + key.alias());
            case SigningOutcome.Signed(Bytes value) ->
                new SigningStep.Made(CmsSignature.of(
                        content,
                        signer,
                        certificates.equals(key.chain()) ? signer.chain : SignerParts.certificateSet(certificates),
                        attributes,
                        value));
            case SigningOutcome.Refused(var reason, String detail) -> new SigningStep.KeyRefused(reason, detail);
            case SigningOutcome.TokenDown(var reason, var retryAfter, String detail) ->
                new SigningStep.TokenDown(reason, retryAfter, detail);
        };
    }

    private SignerParts partsOf(CertifiedKey key) {
        if (parts.size() >= MAX_KEYS) {
            parts.clear();
            fitting.clear();
        }
        return parts.computeIfAbsent(key, SignerParts::of);
    }

    private boolean fits(CertifiedKey key, byte[] toBeSigned, Bytes signature) {
        if (!checksEach && fitting.contains(key)) {
            return true;
        }
        boolean fits = SignatureCheck.verifies(key.certificate(), key.scheme(), toBeSigned, signature);
        if (fits) {
            fitting.add(key);
        }
        return fits;
    }
}
