package vn.lienthong.signer.sign.cades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsSignature;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.baseline.BaselineOutcome;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.sign.baseline.FileDigest;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampToken;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs any file as CAdES-BASELINE-B or -T. The document is read once, from its file, or not at all if its digest was handed
 * over with it; its details and appearance are of no
 * interest to this format. Thread-safe.
 *
 * <p>Source: ETSI EN 319 122-1 §6.
 */
public final class CadesSigner implements SignDocument {
    private final BaselineSigner signer;
    private final Packaging packaging;
    private final SigningLimits limits;
    private final Path workFolder;
    private final Clock clock;

    /**
     * A signer that is ready.
     *
     * @param workFolder for temporary files, on the same file system as the signed ones; each is gone when its call returns
     */
    public CadesSigner(
            SigningToken token,
            TimestampSource timestamps,
            Packaging packaging,
            SigningLimits limits,
            Path workFolder,
            Clock clock) {
        this.signer = new BaselineSigner(token, timestamps);
        this.packaging = packaging;
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
        try (FileChannel document = FileChannel.open(request.document(), StandardOpenOption.READ)) {
            long length = document.size();
            if (length > limits.maxDocumentBytes()) {
                return new Refused(
                        SignRefusal.DOCUMENT_TOO_LARGE, "more than " + limits.maxDocumentBytes() + " octets");
            }
            return switch (packaging) {
                case DETACHED -> detached(request, document, length, signingTime);
                case ATTACHED -> attached(request, document, length, signingTime);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignDocumentOutcome detached(SignRequest request, FileChannel document, long length, Instant signingTime)
            throws IOException {
        return switch (signature(request, document, length, signingTime)) {
            case BaselineOutcome.NotMade(SignDocumentOutcome why) -> why;
            case BaselineOutcome.Made(CmsSignature signature, Optional<TimestampToken> timestamp) -> {
                byte[] whole = signature.contentInfo().toArray();
                write(whole, request.signed());
                Digest digest = DigestAlgorithm.SHA256.digest(whole);
                yield new Signed(request.signed(), digest, whole.length, signingTime, timestamp);
            }
        };
    }

    private static void write(byte[] octets, Path file) throws IOException {
        try {
            Files.write(file, octets, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private SignDocumentOutcome attached(SignRequest request, FileChannel document, long length, Instant signingTime)
            throws IOException {
        try (StagedContent staged = StagedContent.copy(document, length, workFolder)) {
            return switch (signature(request, staged.channel(), length, signingTime)) {
                case BaselineOutcome.NotMade(SignDocumentOutcome why) -> why;
                case BaselineOutcome.Made(CmsSignature signature, Optional<TimestampToken> timestamp) -> {
                    CmsSignature.Enclosure around = signature.around(length);
                    Digest digest = staged.enclose(around, request.signed());
                    long whole =
                            around.header().length() + length + around.trailer().length();
                    yield new Signed(request.signed(), digest, whole, signingTime, timestamp);
                }
            };
        }
    }

    private BaselineOutcome signature(SignRequest request, FileChannel content, long length, Instant signingTime)
            throws IOException {
        DigestAlgorithm algorithm = request.key().scheme().digest();
        Optional<MessageDigest> known = request.handedOver().flatMap(document -> document.continued(algorithm));
        MessageDigest digest = known.orElseGet(algorithm::newMessageDigest);
        if (known.isEmpty()) {
            FileDigest.update(content, 0, length, digest);
        }
        CmsContent detached = CmsContent.detached(new Digest(algorithm, Bytes.of(digest.digest())));
        return signer.sign(request.key(), detached, Optional.of(signingTime), request.level());
    }
}
