package vn.lienthong.signer.sign.ades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.augment.AugmentRequest;
import vn.lienthong.signer.sign.augment.MaterialCollector;
import vn.lienthong.signer.sign.augment.SignatureAugmenter;
import vn.lienthong.signer.sign.cades.CadesSigner;
import vn.lienthong.signer.sign.cades.Packaging;
import vn.lienthong.signer.sign.dss.AugmentationTrust;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.sign.pades.PadesSigner;
import vn.lienthong.signer.sign.xades.EnvelopedXades;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Signs documents in any form and at any level: made at level B or T, and raised to LT or LTA where that is asked. Every
 * signature is verified before it is given out. Thread-safe, from threads of any class loader.
 *
 * <p>Source: docs/adr/0020.
 */
public final class AdesSigner implements SignDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(AdesSigner.class);

    private final PadesSigner pades;
    private final CadesSigner attached;
    private final CadesSigner detached;
    private final EnvelopedXades enveloped;
    private final DssSigner dss;
    private final SignatureAugmenter augmenter;
    private final MaterialCollector materials;
    private final FormRules rules;
    private final SignerStatus status;
    private final Path workFolder;
    private final Clock claimed;
    private final Supplier<AdesSigner> once;

    /**
     * A signer that is ready.
     *
     * @param anchors under which the paths of LT and LTA must end
     * @param revocation where what LT and LTA need comes from, and whether a signer is revoked
     * @param workFolder for temporary files, on the same file system as the signed ones; each is gone when its call returns
     */
    public AdesSigner(
            SigningToken token,
            TimestampSource timestamps,
            TrustAnchors anchors,
            RevocationSources revocation,
            SigningLimits limits,
            AdesLimits adesLimits,
            Path workFolder,
            Clock clock) {
        this(token, timestamps, anchors, revocation, limits, adesLimits, workFolder, clock, clock);
    }

    /**
     * One whose signatures claim another time than that of everything else: of revocation, and of what LT and LTA collect.
     *
     * @param claimed the signing time of its signatures
     */
    public AdesSigner(
            SigningToken token,
            TimestampSource timestamps,
            TrustAnchors anchors,
            RevocationSources revocation,
            SigningLimits limits,
            AdesLimits adesLimits,
            Path workFolder,
            Clock clock,
            Clock claimed) {
        this.rules = new FormRules(adesLimits);
        this.pades = new PadesSigner(token, timestamps, limits, workFolder, claimed);
        this.attached = new CadesSigner(token, timestamps, Packaging.ATTACHED, limits, workFolder, claimed);
        this.detached = new CadesSigner(token, timestamps, Packaging.DETACHED, limits, workFolder, claimed);
        this.enveloped = new EnvelopedXades(token, timestamps, adesLimits);
        this.dss = new DssSigner(token, timestamps, rules);
        AugmentationTrust trust = new AugmentationTrust(anchors, revocation);
        this.augmenter = new SignatureAugmenter(timestamps, trust, limits, adesLimits, workFolder, clock);
        this.materials = new MaterialCollector(trust, limits, adesLimits);
        this.status = new SignerStatus(revocation, clock);
        this.workFolder = workFolder;
        this.claimed = claimed;
        this.once = () -> new AdesSigner(
                new OnceToken(token),
                timestamps,
                anchors,
                revocation,
                limits,
                adesLimits,
                workFolder,
                clock,
                Clock.fixed(claimed.instant(), ZoneOffset.UTC));
    }

    /** The signatures claim the time of this call, so that each attempt signs the same octets. */
    @Override
    public SignDocuments once() {
        return once.get();
    }

    /** What raises signatures for this signer, and those that others made. */
    public SignatureAugmenter augmenter() {
        return augmenter;
    }

    /** What collects for others what LT would put into signed files. */
    public MaterialCollector materials() {
        return materials;
    }

    /** @throws UncheckedIOException if a file cannot be read or written */
    @Override
    public SignDocumentOutcome sign(AdesRequest request) {
        Instant signingTime = claimed.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Refused> refused = rules.refusal(request)
                .or(() -> CertificateGate.refusal(request.key(), signingTime))
                .or(() -> status.refusal(request.key()));
        if (refused.isPresent()) {
            return refused.get();
        }
        try (WorkFolder folder = WorkFolder.in(workFolder)) {
            if (request.level() == request.level().whenMade()) {
                return make(request, signingTime, folder);
            }
            Path made = folder.path().resolve("made");
            // a signature that cannot be raised is asked for again, over the same documents
            List<NamedDocument> staying =
                    request.documents().stream().map(NamedDocument::toStay).toList();
            AdesRequest first = request.over(staying).at(request.level().whenMade(), made);
            return switch (make(first, signingTime, folder)) {
                case Signed signed -> raised(request, signed);
                case SignDocumentOutcome other -> other;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignDocumentOutcome make(AdesRequest request, Instant signingTime, WorkFolder folder) throws IOException {
        return switch (request.form()) {
            case PADES -> pades.sign(single(request));
            case CADES_ATTACHED -> attached.sign(single(request));
            case CADES_DETACHED -> detached.sign(single(request));
            case XADES_ENVELOPED -> enveloped(request, signingTime, folder);
            default -> dss.sign(request, signingTime, folder);
        };
    }

    private SignDocumentOutcome enveloped(AdesRequest request, Instant signingTime, WorkFolder folder)
            throws IOException {
        return switch (enveloped.sign(request, signingTime, folder)) {
            case EnvelopedXades.Attempt.Answered(SignDocumentOutcome outcome) -> outcome;
            case EnvelopedXades.Attempt.LeftToDss(String why) -> {
                LOG.info("an XML is left to DSS, for it has {}", why);
                yield dss.sign(request, signingTime, folder);
            }
        };
    }

    private static SignRequest single(AdesRequest request) {
        NamedDocument document = request.documents().get(0);
        return new SignRequest(
                document.file(),
                document.handedOver(),
                request.signed(),
                request.key(),
                request.level(),
                request.details(),
                request.appearance(),
                request.certification());
    }

    private SignDocumentOutcome raised(AdesRequest request, Signed made) throws IOException {
        List<NamedDocument> documents = request.form().isDetached() ? request.documents() : List.of();
        SignDocumentOutcome outcome =
                augmenter.augment(new AugmentRequest(made.document(), documents, request.level(), request.signed()));
        Files.deleteIfExists(made.document());
        return outcome instanceof Signed raised
                ? new Signed(
                        raised.document(),
                        raised.digest(),
                        raised.length(),
                        made.signingTime(),
                        raised.timestamp().or(made::timestamp))
                : outcome;
    }
}
