package vn.lienthong.exchange.application.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SigningFailures;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.ades.DigestSigner;
import vn.lienthong.signer.sign.augment.MaterialCollector;
import vn.lienthong.signer.sign.augment.MaterialOutcome;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome.DownReason;

/** Makes one signature over a document or its digest, and says whether the key may have been used. Thread-safe. */
public final class SignatureMaker {
    /** These may be said after the key signed. */
    private static final Set<SignRefusal> AFTERWARDS = EnumSet.of(
            SignRefusal.TIMESTAMP_REJECTED, SignRefusal.REVOCATION_DATA_MISSING, SignRefusal.KEY_CERTIFICATE_MISMATCH);

    /** These are said before anything is built, at every level. */
    private static final Set<SignRefusal> BEFOREHAND = EnumSet.of(
            SignRefusal.LEVEL_NOT_POSSIBLE,
            SignRefusal.DOCUMENT_COUNT,
            SignRefusal.DOCUMENT_NAMES,
            SignRefusal.NOT_IN_THIS_FORM,
            SignRefusal.ALGORITHM_NOT_POSSIBLE);

    private final SignDocuments documents;
    private final DigestSigner digests;
    private final MaterialCollector materials;
    private final IdSource ids;
    private final Path temporaryFolder;

    public SignatureMaker(
            SignDocuments documents,
            DigestSigner digests,
            MaterialCollector materials,
            IdSource ids,
            Path temporaryFolder) {
        this.documents = documents;
        this.digests = digests;
        this.materials = materials;
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
    }

    /** How one signature ended. */
    sealed interface Step {
        record Made(MadeSignature signature) implements Step {}

        /** @param keyUnused whether it is certain that the key signed nothing */
        record Failed(Failure failure, boolean keyUnused) implements Step {}
    }

    Step make(CertifiedKey key, WantedSignature wanted) {
        CertifiedKey with = new CertifiedKey(key.alias(), wanted.scheme(), key.chain());
        return switch (wanted) {
            case WantedSignature.OfDocument document -> make(with, document);
            case WantedSignature.OfDigest digest -> {
                yield switch (digests.sign(with, value(digest), digest.content(), digest.level())) {
                    case DigestSigner.Outcome.Made(Bytes cms) -> new Step.Made(kept(cms));
                    case DigestSigner.Outcome.NotMade(SignDocumentOutcome why) -> failed(why, digest);
                };
            }
        };
    }

    private Step make(CertifiedKey key, WantedSignature.OfDocument wanted) {
        AdesRequest request = new AdesRequest(
                List.of(wanted.document()),
                temporaryFolder.resolve(
                        "signed-" + ids.next() + wanted.signatureForm().extension()),
                key,
                wanted.signatureForm(),
                wanted.level(),
                wanted.details(),
                Optional.empty(),
                wanted.certification());
        return switch (documents.sign(request)) {
            case SignDocumentOutcome.Signed done ->
                new Step.Made(new MadeSignature.OfDocument(
                        SignedDocument.of(done), wanted.signatureForm().isDetached()));
            case SignDocumentOutcome other -> failed(other, wanted);
        };
    }

    /**
     * What shows later that a signature that was made is good.
     *
     * @throws UncheckedIOException if a file cannot be read or written
     */
    MaterialOutcome material(WantedSignature wanted, MadeSignature made) {
        return switch (wanted) {
            case WantedSignature.OfDocument document
            when made instanceof MadeSignature.OfDocument signed ->
                materials.collect(
                        signed.signed().file(),
                        signed.detached() ? List.of(document.document()) : List.of(),
                        Optional.empty());
            case WantedSignature.OfDigest digest
            when made instanceof MadeSignature.OfDigest signed ->
                materials.collect(signed.cms(), List.of(), Optional.of(value(digest)));
            default -> throw new IllegalArgumentException("a signature of something else");
        };
    }

    /** Where the material of many signatures goes; the caller closes it. */
    SpooledMaterial spool() {
        return SpooledMaterial.in(temporaryFolder);
    }

    private MadeSignature kept(Bytes cms) {
        try {
            Path file = temporaryFolder.resolve("signed-" + ids.next() + ".p7s");
            boolean whole = false;
            try {
                Files.write(file, cms.toArray());
                whole = true;
                return new MadeSignature.OfDigest(file);
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a signature of a digest", e);
        }
    }

    private static Digest value(WantedSignature.OfDigest digest) {
        return new Digest(digest.scheme().digest(), Bytes.of(digest.hash().octets()));
    }

    private static Step failed(SignDocumentOutcome outcome, WantedSignature wanted) {
        return switch (outcome) {
            case SignDocumentOutcome.Refused refused ->
                new Step.Failed(SigningFailures.of(refused), keyUnused(refused.reason(), wanted));
            case SignDocumentOutcome.TokenDown down ->
                new Step.Failed(
                        Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter()),
                        down.reason() == DownReason.BUSY || down.reason() == DownReason.CLOSED);
            case SignDocumentOutcome.TimestampDown down ->
                new Step.Failed(Failure.retryLater(FailureCode.TSA_UNAVAILABLE, down.retryAfter()), false);
            case SignDocumentOutcome.Signed _ -> throw new IllegalArgumentException("a signature is no failure");
        };
    }

    /** LT and LTA look at the signature again once it was made, and refuse it for many reasons. */
    private static boolean keyUnused(SignRefusal reason, WantedSignature wanted) {
        return BEFOREHAND.contains(reason)
                || !AFTERWARDS.contains(reason)
                        && wanted.level() == wanted.level().whenMade();
    }
}
