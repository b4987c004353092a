package vn.lienthong.signer.sign.ades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.augment.AugmentRequest;
import vn.lienthong.signer.sign.augment.SignatureAugmenter;
import vn.lienthong.signer.sign.baseline.BaselineOutcome;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Makes the CMS of a document that is elsewhere and known by its digest alone: a detached CAdES of any level, or what goes
 * into the Contents of a PDF's signature at level B or T; what LT and LTA add stands beside that, in the PDF. Thread-safe.
 *
 * <p>Source: ETSI EN 319 122-1 §6 and §5.5.3 (an archive timestamp is over the document's digest); ETSI EN 319 142-1 §6.
 */
public final class DigestSigner {
    private final BaselineSigner signer;
    private final SignatureAugmenter augmenter;
    private final SignerStatus status;
    private final Path workFolder;
    private final Clock clock;

    /** What the document is, which decides where the signing time is claimed. */
    public enum Content {
        /** Anything: the time is a signed attribute. */
        ANY,
        /** The octets that a PDF's ByteRange names: the time stands in the signature dictionary, and not in the CMS. */
        PDF_BYTE_RANGE
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** The DER of a ContentInfo, at the level that was asked for. */
        record Made(Bytes cms) implements Outcome {}

        /** There is none, and this is what to answer. */
        record NotMade(SignDocumentOutcome why) implements Outcome {}
    }

    /**
     * A signer that is ready.
     *
     * @param augmenter raises what is made to LT and LTA
     * @param revocation says whether a signer is revoked
     * @param workFolder for temporary files; each is gone when its call returns
     */
    public DigestSigner(
            SigningToken token,
            TimestampSource timestamps,
            SignatureAugmenter augmenter,
            RevocationSources revocation,
            Path workFolder,
            Clock clock) {
        this.signer = new BaselineSigner(token, timestamps);
        this.augmenter = augmenter;
        this.status = new SignerStatus(revocation, clock);
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /**
     * The outcome is a signature over the digest, or what to answer in its place.
     *
     * @param digest of the algorithm that the key's scheme names; anything else is refused
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public Outcome sign(CertifiedKey key, Digest digest, Content content, SignatureLevel level) {
        Instant signingTime = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Refused> refused = refusal(key, digest, content, level)
                .or(() -> CertificateGate.refusal(key, signingTime))
                .or(() -> status.refusal(key));
        if (refused.isPresent()) {
            return new Outcome.NotMade(refused.get());
        }
        BaselineOutcome outcome = signer.sign(
                key,
                CmsContent.detached(digest),
                content == Content.PDF_BYTE_RANGE ? Optional.empty() : Optional.of(signingTime),
                level.whenMade());
        return switch (outcome) {
            case BaselineOutcome.Made made
            when level == level.whenMade() -> new Outcome.Made(made.signature().contentInfo());
            case BaselineOutcome.Made made -> raised(made.signature().contentInfo(), digest, level);
            case BaselineOutcome.NotMade(SignDocumentOutcome why) -> new Outcome.NotMade(why);
        };
    }

    private Outcome raised(Bytes cms, Digest digest, SignatureLevel level) {
        try (WorkFolder folder = WorkFolder.in(workFolder)) {
            Path made = Files.write(folder.path().resolve("made"), cms.toArray());
            Path raised = folder.path().resolve("raised");
            return switch (augmenter.augment(new AugmentRequest(made, List.of(), Optional.of(digest), level, raised))) {
                case SignDocumentOutcome.Signed _ -> new Outcome.Made(Bytes.of(Files.readAllBytes(raised)));
                case SignDocumentOutcome other -> new Outcome.NotMade(other);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Refused> refusal(CertifiedKey key, Digest digest, Content content, SignatureLevel level) {
        if (content == Content.PDF_BYTE_RANGE && level != level.whenMade()) {
            return Optional.of(new Refused(SignRefusal.LEVEL_NOT_POSSIBLE, "the signature of a PDF is made at B or T"));
        }
        if (digest.algorithm() != key.scheme().digest()) {
            return Optional.of(new Refused(
                    SignRefusal.ALGORITHM_NOT_POSSIBLE, key.scheme() + " does not sign " + digest.algorithm()));
        }
        return Optional.empty();
    }
}
