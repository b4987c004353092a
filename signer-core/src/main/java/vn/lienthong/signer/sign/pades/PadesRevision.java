package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.cms.SignatureCheck;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.baseline.SignedFile;
import vn.lienthong.signer.sign.dss.TimestampBridge;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/**
 * Appends one signed revision to a PDF in three steps: DSS builds the revision with an empty place for the signature,
 * the token signs, and the CMS is written into the place. Thread-safe.
 */
final class PadesRevision {
    private static final Logger LOG = LoggerFactory.getLogger(PadesRevision.class);

    private final SigningToken token;
    private final TimestampSource timestamps;
    private final Path workFolder;

    PadesRevision(SigningToken token, TimestampSource timestamps, Path workFolder) {
        this.token = token;
        this.timestamps = timestamps;
        this.workFolder = workFolder;
    }

    SignDocumentOutcome append(SignRequest request, Instant signingTime, Optional<Appearance> appearance)
            throws IOException {
        TempFileResourcesHandlerBuilder files =
                new TempFileResourcesHandlerBuilder().setTempFileDirectory(workFolder.toFile());
        @Nullable SignDocumentOutcome outcome = null;
        try {
            outcome = append(
                    request,
                    DssParameters.of(request, signingTime, appearance),
                    new PdfObjects(appearance, files),
                    signingTime);
            return outcome;
        } finally {
            // The one temporary file has become the signed one, or goes.
            if (!(outcome instanceof SignDocumentOutcome.Signed)) {
                files.clear();
            }
        }
    }

    private SignDocumentOutcome append(
            SignRequest request, PAdESSignatureParameters parameters, PdfObjects objects, Instant signingTime)
            throws IOException {
        TimestampBridge bridge = new TimestampBridge(timestamps);
        try {
            return append(request, parameters, new DssPades(objects, bridge), bridge, signingTime);
        } catch (ProtectedDocumentException e) {
            return new Refused(
                    SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, "an earlier signature locks the document's fields");
        } catch (TimestampBridge.NoTimestamp e) {
            return bridge.refusal();
        }
    }

    private SignDocumentOutcome append(
            SignRequest request,
            PAdESSignatureParameters parameters,
            DssPades dss,
            TimestampBridge bridge,
            Instant signingTime)
            throws IOException {
        FileDocument document = new DssFile(request.document());
        Optional<byte[]> built = dataToBeSigned(dss, document, parameters);
        if (built.isEmpty()) {
            return new Refused(SignRefusal.DOCUMENT_MALFORMED, "no revision can be appended to the document");
        }
        byte[] toBeSigned = built.get();
        CertifiedKey key = request.key();
        return switch (token.signMessage(key.alias(), key.scheme(), toBeSigned)) {
            case SigningOutcome.Refused(var reason, String detail) ->
                new Refused(SignRefusal.KEY_REFUSED, reason + ": " + detail);
            case SigningOutcome.TokenDown(var reason, var retryAfter, String detail) ->
                new SignDocumentOutcome.TokenDown(reason, retryAfter, detail);
            case SigningOutcome.Signed(Bytes signature)
            when !SignatureCheck.verifies(key.certificate(), key.scheme(), toBeSigned, signature) ->
                new Refused(
                        SignRefusal.KEY_CERTIFICATE_MISMATCH,
                        "the token's signature does not verify with the certificate of " + key.alias());
            case SigningOutcome.Signed(Bytes signature) -> {
                SignatureAlgorithm algorithm = SignatureAlgorithm.getAlgorithm(
                        parameters.getEncryptionAlgorithm(), parameters.getDigestAlgorithm());
                byte[] cms = dss.cms(document, parameters, new SignatureValue(algorithm, signature.toArray()));
                yield complete(request, prepared(parameters), cms, bridge, signingTime);
            }
        };
    }

    private static Optional<byte[]> dataToBeSigned(
            DssPades dss, FileDocument document, PAdESSignatureParameters parameters) {
        try {
            return Optional.of(dss.getDataToSign(document, parameters).getBytes());
        } catch (ProtectedDocumentException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // What is left after the checks before: DSS and PDFBox promise nothing about what hostile octets make them
            // throw.
            LOG.warn("a PDF that passed the checks cannot be prepared for signing", e);
            return Optional.empty();
        }
    }

    private static Path prepared(PAdESSignatureParameters parameters) {
        if (parameters.getPdfSignatureCache().getToBeSignedDocument() instanceof FileDocument file) {
            return file.getFile().toPath();
        }
        throw new IllegalStateException("DSS was told to build the document in a file");
    }

    private static SignDocumentOutcome complete(
            SignRequest request, Path prepared, byte[] cms, TimestampBridge bridge, Instant signingTime)
            throws IOException {
        if (!SignatureContents.write(prepared, Files.size(request.document()), cms)) {
            return new Refused(SignRefusal.TIMESTAMP_REJECTED, "the timestamp is larger than the place kept for it");
        }
        Files.move(prepared, request.signed());
        return SignedFile.describe(request.signed(), signingTime, bridge.token());
    }
}
