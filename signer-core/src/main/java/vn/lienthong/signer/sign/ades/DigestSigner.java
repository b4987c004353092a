package vn.lienthong.signer.sign.ades;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.baseline.BaselineOutcome;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Makes the CMS of a document that is elsewhere and known by its digest alone: a detached CAdES, or what goes into the
 * Contents of a PDF's signature. Such a signature is at level B or T: what LT and LTA collect is put beside it by whoever
 * has the document. Thread-safe.
 *
 * <p>Source: ETSI EN 319 122-1 §6; ETSI EN 319 142-1 §6.
 */
public final class DigestSigner {
    private final BaselineSigner signer;
    private final SignerStatus status;
    private final Clock clock;

    /** What the document is, which decides where the signing time is claimed. */
    public enum Content {
        /** Anything: the time is a signed attribute. */
        ANY,
        /** The octets that a PDF's ByteRange names: the time stands in the signature dictionary, and not in the CMS. */
        PDF_BYTE_RANGE
    }

    /** @param revocation says whether a signer is revoked */
    public DigestSigner(SigningToken token, TimestampSource timestamps, RevocationSources revocation, Clock clock) {
        this.signer = new BaselineSigner(token, timestamps);
        this.status = new SignerStatus(revocation, clock);
        this.clock = clock;
    }

    /** @param digest of the algorithm that the key's scheme names; anything else is refused */
    public BaselineOutcome sign(CertifiedKey key, Digest digest, Content content, SignatureLevel level) {
        Instant signingTime = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Refused> refused = refusal(key, digest, level)
                .or(() -> CertificateGate.refusal(key, signingTime))
                .or(() -> status.refusal(key));
        if (refused.isPresent()) {
            return new BaselineOutcome.NotMade(refused.get());
        }
        return signer.sign(
                key,
                CmsContent.detached(digest),
                content == Content.PDF_BYTE_RANGE ? Optional.empty() : Optional.of(signingTime),
                level);
    }

    private static Optional<Refused> refusal(CertifiedKey key, Digest digest, SignatureLevel level) {
        if (level != level.whenMade()) {
            return Optional.of(new Refused(SignRefusal.LEVEL_NOT_POSSIBLE, "a digest alone is signed at B or T"));
        }
        if (digest.algorithm() != key.scheme().digest()) {
            return Optional.of(new Refused(
                    SignRefusal.ALGORITHM_NOT_POSSIBLE, key.scheme() + " does not sign " + digest.algorithm()));
        }
        return Optional.empty();
    }
}
