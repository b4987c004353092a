package vn.lienthong.signer.sign.ades;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.baseline.SignedFile;
import vn.lienthong.signer.sign.dss.BuiltSignatures;
import vn.lienthong.signer.sign.dss.DssAlgorithms;
import vn.lienthong.signer.sign.dss.DssDocuments;
import vn.lienthong.signer.sign.dss.TimestampBridge;
import vn.lienthong.signer.sign.dss.TokenStep;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs XAdES, JAdES and ASiC at level B or T in three steps: DSS says what is to be signed, the token signs it, DSS puts the
 * signature into the file. No session of the token is held while DSS works. Thread-safe.
 */
final class DssSigner {
    private static final Logger LOG = LoggerFactory.getLogger(DssSigner.class);

    private final SigningToken token;
    private final TimestampSource timestamps;
    private final FormRules rules;

    DssSigner(SigningToken token, TimestampSource timestamps, FormRules rules) {
        this.token = token;
        this.timestamps = timestamps;
        this.rules = rules;
    }

    SignDocumentOutcome sign(AdesRequest request, Instant signingTime, WorkFolder folder) throws IOException {
        AdesRequest staged = staged(request, folder);
        Optional<Refused> refused = rules.documentRefusal(staged);
        if (refused.isPresent()) {
            return refused.get();
        }
        TimestampBridge bridge = new TimestampBridge(timestamps);
        DssForm<?> form = DssClassLoader.call(() -> new DssForms(staged, signingTime, bridge).form());
        List<DSSDocument> documents = documents(staged);
        try {
            Optional<byte[]> toBeSigned = built(form, () -> form.dataToBeSigned(documents));
            return toBeSigned.isEmpty()
                    ? new Refused(SignRefusal.DOCUMENT_MALFORMED, "no " + request.form() + " can be built of it")
                    : sign(staged, signingTime, form, documents, toBeSigned.get(), bridge);
        } catch (IllegalInputException e) {
            // what DSS says of a signature in the document that a further one would break
            return new Refused(
                    SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, "an earlier signature leaves no room for another one");
        }
    }

    /** DSS reads each document several times; each time it must be the same. */
    private AdesRequest staged(AdesRequest request, WorkFolder folder) throws IOException {
        List<NamedDocument> copies = new ArrayList<>();
        long most = rules.mostBytes(request.form());
        for (NamedDocument document : request.documents()) {
            long enough = most == Long.MAX_VALUE ? most : most + 1;
            copies.add(new NamedDocument(document.name(), folder.copy(document.file(), enough)));
        }
        return request.over(copies);
    }

    private static List<DSSDocument> documents(AdesRequest request) {
        return request.documents().stream().map(DssDocuments::of).toList();
    }

    private SignDocumentOutcome sign(
            AdesRequest request,
            Instant signingTime,
            DssForm<?> form,
            List<DSSDocument> documents,
            byte[] toBeSigned,
            TimestampBridge bridge)
            throws IOException {
        return switch (TokenStep.sign(token, request.key(), toBeSigned)) {
            case TokenStep.NotMade(SignDocumentOutcome why) -> why;
            case TokenStep.Made(Bytes signature) -> complete(request, signingTime, form, documents, signature, bridge);
        };
    }

    private SignDocumentOutcome complete(
            AdesRequest request,
            Instant signingTime,
            DssForm<?> form,
            List<DSSDocument> documents,
            Bytes signature,
            TimestampBridge bridge)
            throws IOException {
        SignatureValue value =
                new SignatureValue(DssAlgorithms.signature(request.key().scheme()), signature.toArray());
        boolean complete = false;
        try {
            Optional<Refused> refused = call(form, () -> {
                DSSDocument signed = form.signed(documents, value);
                try {
                    DssDocuments.save(signed, request.signed());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return BuiltSignatures.refusal(
                        new DssFile(request.signed()),
                        form.analyzers(),
                        request.form().isDetached() ? documents : List.of());
            });
            if (refused.isPresent()) {
                return refused.get();
            }
            complete = true;
            return SignedFile.describe(request.signed(), signingTime, bridge.token());
        } catch (TimestampBridge.NoTimestamp e) {
            return bridge.refusal();
        } finally {
            if (!complete) {
                Files.deleteIfExists(request.signed());
            }
        }
    }

    private static Optional<byte[]> built(DssForm<?> form, Supplier<byte[]> work) {
        try {
            return Optional.of(call(form, work));
        } catch (IllegalInputException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // DSS and what is below it promise nothing about what hostile octets make them throw.
            LOG.warn("documents that passed the checks cannot be prepared for signing", e);
            return Optional.empty();
        }
    }

    private static <R> R call(DssForm<?> form, Supplier<R> work) {
        return DssClassLoader.call(() -> form.isJson() ? DssJson.call(work) : work.get());
    }
}
