package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.AppearanceFault;
import vn.lienthong.signer.seal.AppearanceLayout;
import vn.lienthong.signer.seal.AppearanceOutcome;
import vn.lienthong.signer.seal.ImageLimits;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs PDF documents as PAdES-BASELINE-B or -T. Thread-safe, from threads of any class loader. The token is called once
 * for each document, after the PDF is built; no session is held meanwhile.
 *
 * <p>Source: ETSI EN 319 142-1 §6; Circular 15/2025/TT-BKHCN, article 5.
 */
public final class PadesSigner implements SignDocument {
    private static final Logger LOG = LoggerFactory.getLogger(PadesSigner.class);

    private final OwnRevision ownRevision;
    private final PadesRevision revision;
    private final SigningLimits limits;
    private final AppearanceLayout layout;
    private final Path workFolder;
    private final Clock clock;

    /**
     * A signer that is ready.
     *
     * @param workFolder for temporary files; each is gone when its call returns
     */
    public PadesSigner(
            SigningToken token, TimestampSource timestamps, SigningLimits limits, Path workFolder, Clock clock) {
        this.layout = new AppearanceLayout(new ImageLimits(limits.maxImageBytes(), limits.maxImagePixels()));
        this.ownRevision = new OwnRevision(
                new BaselineSigner(token, timestamps),
                new VisibleField(layout, limits, workFolder),
                limits,
                workFolder);
        this.revision = new PadesRevision(token, timestamps, workFolder);
        this.limits = limits;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /** @throws UncheckedIOException if a file cannot be read or written */
    @Override
    public SignDocumentOutcome sign(SignRequest request) {
        Instant signingTime = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Refused> refused = CertificateGate.refusal(request.key(), signingTime);
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            refused = PdfFile.refusal(request.document(), limits);
            if (refused.isPresent()) {
                return refused.get();
            }
            return switch (ownRevision.append(request, signingTime)) {
                case OwnRevision.Attempt.Answered(SignDocumentOutcome outcome) -> outcome;
                case OwnRevision.Attempt.Unfamiliar(String why) -> {
                    LOG.info("a PDF is signed by DSS, for it has {}", why);
                    yield byDss(request, signingTime);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignDocumentOutcome byDss(SignRequest request, Instant signingTime) {
        return DssClassLoader.call(() -> {
            try {
                return switch (prepare(request, signingTime)) {
                    case Preparation.Ready(Optional<Appearance> appearance) ->
                        revision.append(request, signingTime, appearance);
                    case Preparation.NotReady(Refused why) -> why;
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether the document can be signed, and how the signature looks. */
    private sealed interface Preparation {
        record Ready(Optional<Appearance> appearance) implements Preparation {}

        record NotReady(Refused why) implements Preparation {}
    }

    private Preparation prepare(SignRequest request, Instant signingTime) throws IOException {
        return switch (PdfFile.open(request.document(), limits, workFolder)) {
            case PdfFile.Opening.NotOpened(Refused why) -> new Preparation.NotReady(why);
            case PdfFile.Opening.Opened(PDDocument opened) -> {
                try (PDDocument document = opened) {
                    yield prepare(request, document, signingTime);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    // PDFBox reads lazily: parts that are hostile show only when they are asked for.
                    yield new Preparation.NotReady(
                            new Refused(SignRefusal.DOCUMENT_MALFORMED, "a part of the document cannot be read"));
                }
            }
        };
    }

    private Preparation prepare(SignRequest request, PDDocument document, Instant signingTime) throws IOException {
        if (request.appearance()
                .filter(a -> a.placement() instanceof Placement.InField)
                .isPresent()) {
            return new Preparation.NotReady(new Refused(
                    SignRefusal.PLACEMENT_NOT_FOUND, "fields of a document of this structure are not filled here"));
        }
        Optional<Refused> refused = PdfBoxSignatures.refusal(document, request.document());
        if (refused.isPresent()) {
            return new Preparation.NotReady(refused.get());
        }
        if (request.certification().isPresent()
                && !document.getSignatureDictionaries().isEmpty()) {
            return new Preparation.NotReady(EarlierSignatures.certifiesTooLate());
        }
        if (request.appearance().isEmpty()) {
            return new Preparation.Ready(Optional.empty());
        }
        return switch (layout.layOut(request.appearance().get(), document, signingTime)) {
            case AppearanceOutcome.LaidOut(Appearance appearance) -> new Preparation.Ready(Optional.of(appearance));
            case AppearanceOutcome.Faulty(AppearanceFault fault, String detail) ->
                new Preparation.NotReady(new Refused(AppearanceRefusals.of(fault), detail));
        };
    }
}
