package vn.lienthong.signer.sign.augment;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.baseline.SignedFile;
import vn.lienthong.signer.sign.dss.AugmentationRefused;
import vn.lienthong.signer.sign.dss.AugmentationTrust;
import vn.lienthong.signer.sign.dss.BuiltSignatures;
import vn.lienthong.signer.sign.dss.DssDocuments;
import vn.lienthong.signer.sign.dss.TimestampBridge;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.sign.pades.LockedForm;
import vn.lienthong.signer.timestamp.TimestampSource;

/**
 * Raises the signatures of any signed file to level T, LT or LTA; LTA again renews the archive timestamp. No key is used but
 * the time-stamping authority's. Thread-safe, from threads of any class loader.
 *
 * <p>Source: ETSI EN 319 102-1 §4.3.5 to §4.3.7 (augmentation).
 */
public final class SignatureAugmenter {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureAugmenter.class);

    private final TimestampSource timestamps;
    private final AugmentationTrust trust;
    private final SigningLimits limits;
    private final AdesLimits adesLimits;
    private final Path workFolder;
    private final Clock clock;

    /**
     * An augmenter that is ready.
     *
     * @param workFolder for temporary files, on the same file system as the raised ones
     */
    public SignatureAugmenter(
            TimestampSource timestamps,
            AugmentationTrust trust,
            SigningLimits limits,
            AdesLimits adesLimits,
            Path workFolder,
            Clock clock) {
        this.timestamps = timestamps;
        this.trust = trust;
        this.limits = limits;
        this.adesLimits = adesLimits;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /**
     * The outcome is Signed, and the file {@code request.raised()} is complete; its signing time is that of this call.
     *
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public SignDocumentOutcome augment(AugmentRequest request) {
        try {
            return switch (DssClassLoader.call(() -> read(request.signed()))) {
                case SignedInput.NotReadable(Refused why) -> why;
                case SignedInput.Readable(SignedFormat format) -> raise(request, format);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignedInput read(Path signed) {
        try {
            return SignedInput.of(signed, limits, adesLimits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignDocumentOutcome raise(AugmentRequest request, SignedFormat format) throws IOException {
        TimestampBridge bridge = new TimestampBridge(timestamps);
        Supplier<Optional<Refused>> work = () -> raise(request, format, bridge);
        boolean complete = false;
        try {
            Optional<Refused> refused =
                    DssClassLoader.call(() -> format == SignedFormat.JADES ? DssJson.call(work) : work.get());
            if (refused.isPresent()) {
                return refused.get();
            }
            complete = true;
            return SignedFile.describe(
                    request.raised(), clock.instant().truncatedTo(ChronoUnit.SECONDS), bridge.token());
        } catch (TimestampBridge.NoTimestamp e) {
            return bridge.refusal();
        } finally {
            if (!complete) {
                Files.deleteIfExists(request.raised());
            }
        }
    }

    private Optional<Refused> raise(AugmentRequest request, SignedFormat format, TimestampBridge bridge) {
        FileDocument signed = new DssFile(request.signed());
        List<DSSDocument> detached = DssDocuments.detached(request.detached(), request.digest());
        try {
            if (format != SignedFormat.PADES) {
                Optional<Refused> broken = BuiltSignatures.refusal(signed, format.analyzers(), detached);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            try (WorkFolder own = WorkFolder.in(workFolder)) {
                DSSDocument raised = new DssAugmentation(trust.verifier(), bridge, detached, own.path())
                        .raise(signed, format, request.level());
                DssDocuments.save(raised, request.raised());
            }
            if (format == SignedFormat.PADES && bridge.token().isPresent() && LockedForm.in(request.signed())) {
                return Optional.of(new Refused(
                        SignRefusal.DOCUMENT_CHANGES_FORBIDDEN,
                        "a timestamp is one more field, and a signature locks all of them"));
            }
            return format == SignedFormat.PADES
                    ? onlyAppended(request)
                    : BuiltSignatures.refusal(new DssFile(request.raised()), format.analyzers(), detached);
        } catch (AugmentationRefused e) {
            return Optional.of(e.refused());
        } catch (TimestampBridge.NoTimestamp e) {
            throw e;
        } catch (InvalidPasswordException | ProtectedDocumentException e) {
            return Optional.of(new Refused(SignRefusal.DOCUMENT_ENCRYPTED, "the document is encrypted"));
        } catch (IllegalInputException e) {
            // what DSS says of no signature at all, and of one that something else covers already
            return Optional.of(
                    new Refused(SignRefusal.SIGNATURE_UNKNOWN, "no signature can be raised in the document"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            // DSS and what is below it promise nothing about what hostile octets make them throw.
            LOG.warn("a signed {} cannot be raised", format, e);
            return Optional.of(new Refused(SignRefusal.DOCUMENT_MALFORMED, "the document cannot be raised"));
        }
    }

    /** Every earlier signature of a PDF stays as it was where no octet before the new ones changed. */
    private static Optional<Refused> onlyAppended(AugmentRequest request) throws IOException {
        long length = Files.size(request.signed());
        return Files.mismatch(request.signed(), request.raised()) == length
                ? Optional.empty()
                : Optional.of(new Refused(SignRefusal.DOCUMENT_MALFORMED, "nothing can be appended to the document"));
    }
}
