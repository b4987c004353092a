package vn.lienthong.signer.sign.counter;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.augment.SignedFormat;
import vn.lienthong.signer.sign.augment.SignedInput;
import vn.lienthong.signer.sign.baseline.SignedFile;
import vn.lienthong.signer.sign.dss.BuiltSignatures;
import vn.lienthong.signer.sign.dss.DssAlgorithms;
import vn.lienthong.signer.sign.dss.DssDocuments;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.sign.dss.TokenStep;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs a signature of an XAdES, CAdES, JAdES or ASiC file, whoever made it, at level B. A PDF has further signatures in its
 * place. Thread-safe, from threads of any class loader.
 *
 * <p>Source: ETSI EN 319 132-1 §5.2.7, EN 319 122-1 §5.2.7, TS 119 182-1 §5.3.2.
 */
public final class CounterSigner {
    private static final Logger LOG = LoggerFactory.getLogger(CounterSigner.class);

    private final SigningToken token;
    private final SignerStatus status;
    private final SigningLimits limits;
    private final AdesLimits adesLimits;
    private final Path workFolder;
    private final Clock clock;

    /**
     * A counter-signer that is ready.
     *
     * @param workFolder for temporary files; each is gone when its call returns
     */
    public CounterSigner(
            SigningToken token,
            SignerStatus status,
            SigningLimits limits,
            AdesLimits adesLimits,
            Path workFolder,
            Clock clock) {
        this.token = token;
        this.status = status;
        this.limits = limits;
        this.adesLimits = adesLimits;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /** @throws UncheckedIOException if a file cannot be read or written */
    public SignDocumentOutcome sign(CounterSignRequest request) {
        Instant signingTime = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Refused> refused =
                CertificateGate.refusal(request.key(), signingTime).or(() -> status.refusal(request.key()));
        if (refused.isPresent()) {
            return refused.get();
        }
        try (WorkFolder folder = WorkFolder.in(workFolder)) {
            // DSS reads the file several times; each time it must be the same.
            Path copy = folder.copy(request.signed(), limits.maxDocumentBytes() + 1);
            SignedInput input = DssClassLoader.call(() -> read(copy));
            return switch (input) {
                case SignedInput.NotReadable(Refused why) -> why;
                case SignedInput.Readable(SignedFormat format)
                when format == SignedFormat.PADES ->
                    new Refused(SignRefusal.NOT_IN_THIS_FORM, "a PDF has further signatures, no counter-signatures");
                case SignedInput.Readable(SignedFormat format) ->
                    DssClassLoader.call(() -> sign(request, new DssFile(copy), format, signingTime));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignedInput read(Path copy) {
        try {
            return SignedInput.of(copy, limits, adesLimits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignDocumentOutcome sign(
            CounterSignRequest request, FileDocument signed, SignedFormat format, Instant signingTime) {
        List<DSSDocument> detached =
                request.detached().stream().map(DssDocuments::of).toList();
        return switch (guarded(format, () -> prepare(request, signed, format, signingTime, detached))) {
            case Prepared.NotReady(Refused why) -> why;
            case Prepared.Ready(DssCounter<?> counter, Bytes toBeSigned) ->
                switch (TokenStep.sign(token, request.key(), toBeSigned.toArray())) {
                    case TokenStep.NotMade(SignDocumentOutcome why) -> why;
                    case TokenStep.Made(Bytes value) ->
                        complete(request, signed, format, signingTime, detached, counter, value);
                };
        };
    }

    /** What the token is to sign, or why nothing. */
    private sealed interface Prepared {
        record Ready(DssCounter<?> counter, Bytes toBeSigned) implements Prepared {}

        record NotReady(Refused why) implements Prepared {}
    }

    private static Prepared prepare(
            CounterSignRequest request,
            FileDocument signed,
            SignedFormat format,
            Instant signingTime,
            List<DSSDocument> detached) {
        Optional<Refused> broken = BuiltSignatures.refusal(signed, format.analyzers(), detached);
        if (broken.isPresent()) {
            return new Prepared.NotReady(broken.get());
        }
        Optional<String> id = signatureId(request, signed, format, detached);
        if (id.isEmpty()) {
            return new Prepared.NotReady(
                    new Refused(SignRefusal.SIGNATURE_UNKNOWN, "the file has several signatures, or none of that id"));
        }
        DssCounter<?> counter = DssCounter.of(format, id.get(), request.key(), signingTime, detached);
        return new Prepared.Ready(counter, Bytes.of(counter.dataToBeSigned(signed)));
    }

    private static Optional<String> signatureId(
            CounterSignRequest request, FileDocument signed, SignedFormat format, List<DSSDocument> detached) {
        DocumentAnalyzer analyzer = format.analyzers().create(signed);
        analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
        if (!detached.isEmpty()) {
            analyzer.setDetachedContents(detached);
        }
        List<String> ids =
                analyzer.getSignatures().stream().map(AdvancedSignature::getId).toList();
        return request.signatureId().isPresent()
                ? request.signatureId().filter(ids::contains)
                : Optional.of(ids).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    private SignDocumentOutcome complete(
            CounterSignRequest request,
            FileDocument signed,
            SignedFormat format,
            Instant signingTime,
            List<DSSDocument> detached,
            DssCounter<?> counter,
            Bytes value) {
        SignatureValue signature =
                new SignatureValue(DssAlgorithms.signature(request.key().scheme()), value.toArray());
        boolean complete = false;
        try {
            Supplier<Optional<Refused>> work = () -> {
                save(counter.counterSigned(signed, signature), request.counterSigned());
                return BuiltSignatures.refusal(new DssFile(request.counterSigned()), format.analyzers(), detached);
            };
            Optional<Refused> refused = format == SignedFormat.JADES ? DssJson.call(work) : work.get();
            if (refused.isPresent()) {
                return refused.get();
            }
            complete = true;
            return SignedFile.describe(request.counterSigned(), signingTime, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!complete) {
                delete(request.counterSigned());
            }
        }
    }

    private static Prepared guarded(SignedFormat format, Supplier<Prepared> work) {
        try {
            return format == SignedFormat.JADES ? DssJson.call(work) : work.get();
        } catch (IllegalInputException e) {
            return new Prepared.NotReady(
                    new Refused(SignRefusal.SIGNATURE_UNKNOWN, "no signature of the file can be counter-signed"));
        } catch (RuntimeException | StackOverflowError e) {
            // DSS and what is below it promise nothing about what hostile octets make them throw.
            LOG.warn("a signed {} cannot be counter-signed", format, e);
            return new Prepared.NotReady(
                    new Refused(SignRefusal.DOCUMENT_MALFORMED, "the document cannot be counter-signed"));
        }
    }

    private static void save(DSSDocument made, Path file) {
        try {
            DssDocuments.save(made, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
