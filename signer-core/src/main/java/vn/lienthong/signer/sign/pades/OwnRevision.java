package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsSignature;
import vn.lienthong.signer.pdf.ObjectPlaces;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.pdf.Revision;
import vn.lienthong.signer.pdf.SignableRevision;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.baseline.BaselineOutcome;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.timestamp.TimestampToken;

/**
 * Appends one signed revision to a PDF without a library: the document is copied within the kernel, passes by once, and only
 * the few objects that a signature changes are read and written. Thread-safe.
 *
 * <p>Source: ETSI EN 319 142-1 §5.4, §6.3; docs/adr/0008.
 */
final class OwnRevision {
    private final BaselineSigner signer;
    private final VisibleField visibleField;
    private final SigningLimits limits;
    private final Path workFolder;

    OwnRevision(BaselineSigner signer, VisibleField visibleField, SigningLimits limits, Path workFolder) {
        this.signer = signer;
        this.visibleField = visibleField;
        this.limits = limits;
        this.workFolder = workFolder;
    }

    /** How an attempt ended. */
    sealed interface Attempt {
        record Answered(SignDocumentOutcome outcome) implements Attempt {}

        /** The document is one for a library that knows more of PDF than this. */
        record Unfamiliar(String why) implements Attempt {}
    }

    Attempt append(SignRequest request, Instant signingTime) throws IOException {
        try (StagedPdf staged = StagedPdf.of(request, workFolder)) {
            return new Attempt.Answered(append(request, signingTime, staged));
        } catch (PdfFault fault) {
            String detail = String.valueOf(fault.getMessage());
            return switch (fault.kind()) {
                case UNFAMILIAR -> new Attempt.Unfamiliar(detail);
                case ENCRYPTED -> refused(SignRefusal.DOCUMENT_ENCRYPTED, detail);
                case MALFORMED, TOO_COMPLEX -> refused(SignRefusal.DOCUMENT_MALFORMED, detail);
            };
        }
    }

    private SignDocumentOutcome append(SignRequest request, Instant signingTime, StagedPdf staged)
            throws IOException, PdfFault {
        SignableDocument base = SignableDocument.read(staged.channel());
        Optional<Refused> refused = PdfFile.pageCountRefusal(base.pages().count(), limits);
        if (refused.isPresent()) {
            return refused.get();
        }
        RunningDigests digests = RunningDigests.of(request);
        ObjectPlaces places = base.document().places();
        Set<Long> traces = DocumentScan.of(staged.channel(), staged.length(), places, digests.toBeTaken());
        refused = earlierSignatures(base, staged, traces, places).or(() -> notTheFirst(request, base));
        if (refused.isPresent()) {
            return refused.get();
        }
        return append(request, signingTime, staged, base, digests.content(), digests.ofFile());
    }

    private static Optional<Refused> earlierSignatures(
            SignableDocument base, StagedPdf staged, Set<Long> traces, ObjectPlaces places)
            throws IOException, PdfFault {
        FormSignatures signatures = new FormSignatures(base.document());
        Optional<Refused> locked = signatures.lock(base.catalog(), base.fields());
        if (locked.isPresent()) {
            return locked;
        }
        List<EarlierSignature> earlier = signatures.of(base.fields());
        if (!earlier.isEmpty()) {
            try (RandomAccessFile octets = new RandomAccessFile(staged.file().toFile(), "r")) {
                Optional<Refused> broken = EarlierSignatures.refusal(earlier, octets);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        earlier.forEach(s -> CoveredRange.of(s).ifPresent(range -> traces.remove(range.gapStart())));
        for (long trace : traces) {
            // A signed document that is embedded as it is: its signature is in a stream.
            if (!base.document().isInStreamAt(places.before(trace), trace)) {
                return Optional.of(EarlierSignatures.hidden());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> notTheFirst(SignRequest request, SignableDocument base) {
        return request.certification().isPresent() && !base.fields().signed().isEmpty()
                ? Optional.of(EarlierSignatures.certifiesTooLate())
                : Optional.empty();
    }

    private SignDocumentOutcome append(
            SignRequest request,
            Instant signingTime,
            StagedPdf staged,
            SignableDocument base,
            MessageDigest content,
            MessageDigest ofFile)
            throws IOException, PdfFault {
        Revision revision = new Revision(base.document());
        PdfValue.Ref signature = revision.reserve();
        VisibleField.Field field = visibleField.field(request, signingTime, staged.file(), base, revision);
        if (field instanceof VisibleField.Field.NotShown(Refused why)) {
            return why;
        }
        Optional<PdfValue.Dict> lock = Optional.empty();
        if (field instanceof VisibleField.Field.Shown(var page, FieldAppearance appearance)) {
            SignatureObjects objects = new SignatureObjects(base, revision, request.certification());
            Optional<String> name = fieldName(request);
            if (name.isEmpty()) {
                objects.addField(signature, page, appearance);
            } else {
                switch (ExistingField.of(base, name.get(), request)) {
                    case ExistingField.Choice.Usable(FormFields.EmptyField empty, var fieldLock) -> {
                        objects.fillField(signature, empty, appearance);
                        lock = fieldLock.map(locked -> locked.reference(base.catalogRef()));
                    }
                    case ExistingField.Choice.NotUsable(Refused why) -> {
                        return why;
                    }
                }
            }
        }
        byte[] identifier =
                RunningDigests.copy(ofFile).digest(signingTime.toString().getBytes(StandardCharsets.UTF_8));
        SignableRevision signable =
                revision.write(signature, SignatureObjects.place(request, signingTime, lock), identifier);
        signable.digest(content);
        Digest digest = new Digest(request.key().scheme().digest(), Bytes.of(content.digest()));
        // ETSI EN 319 142-1 §6.3: the time is claimed in the dictionary, and no attribute may claim another one.
        return switch (signer.sign(request.key(), CmsContent.detached(digest), Optional.empty(), request.level())) {
            case BaselineOutcome.NotMade(SignDocumentOutcome why) -> why;
            case BaselineOutcome.Made(CmsSignature made, Optional<TimestampToken> timestamp)
            when signable.sign(made.contentInfo()) -> {
                staged.complete(signable.octets(), request.signed());
                ofFile.update(signable.octets());
                yield new Signed(
                        request.signed(),
                        new Digest(DigestAlgorithm.SHA256, Bytes.of(ofFile.digest())),
                        staged.length() + signable.octets().length,
                        signingTime,
                        timestamp);
            }
            case BaselineOutcome.Made made ->
                new Refused(SignRefusal.TIMESTAMP_REJECTED, "the timestamp is larger than the place kept for it");
        };
    }

    private static Optional<String> fieldName(SignRequest request) {
        return request.appearance()
                .map(VisibleSignature::placement)
                .filter(Placement.InField.class::isInstance)
                .map(placement -> ((Placement.InField) placement).name());
    }

    private static Attempt refused(SignRefusal reason, String detail) {
        return new Attempt.Answered(new Refused(reason, detail));
    }
}
