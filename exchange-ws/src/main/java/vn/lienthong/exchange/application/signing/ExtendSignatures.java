package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.augment.AugmentRequest;
import vn.lienthong.signer.sign.augment.SignatureAugmenter;

/**
 * Raises the signatures of a file to a higher level; that stands in the audit log before the file is handed out. No key of
 * the caller's is used. Thread-safe.
 */
public final class ExtendSignatures {
    private final SignatureAugmenter augmenter;
    private final SigningAudit audit;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Gate gate;

    public ExtendSignatures(
            SignatureAugmenter augmenter,
            UnitOfWork unitOfWork,
            Clock clock,
            IdSource ids,
            Path temporaryFolder,
            Gate gate) {
        this.augmenter = augmenter;
        this.audit = new SigningAudit(unitOfWork, clock);
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.gate = gate;
    }

    /**
     * The raised file, which the caller closes.
     *
     * @throws FailureException if the caller may not sign, or the file cannot be raised, or not now
     */
    public SignedDocument extend(Caller caller, ExtendCommand command) {
        if (!caller.has(Role.SIGN)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        AugmentRequest request = new AugmentRequest(
                command.signed().document().file(),
                command.documents().stream().map(SourceDocument::document).toList(),
                command.level(),
                temporaryFolder.resolve("signed-" + ids.next()));
        SignDocumentOutcome outcome;
        try (Gate.Pass _ = gate.enter()) {
            outcome = augmenter.augment(request);
        }
        return switch (outcome) {
            case SignDocumentOutcome.Signed done -> recorded(caller, command, done);
            case SignDocumentOutcome.Refused refused -> throw new FailureException(SigningFailures.of(refused));
            case SignDocumentOutcome.TokenDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter()));
            case SignDocumentOutcome.TimestampDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.TSA_UNAVAILABLE, down.retryAfter()));
        };
    }

    private SignedDocument recorded(Caller caller, ExtendCommand command, SignDocumentOutcome.Signed done) {
        SignedDocument document = new SignedDocument(
                done.document(), Sha256Digest.of(done.digest().value().toArray()), done.length(), done.signingTime());
        boolean handedOut = false;
        try {
            audit.record(
                    Deed.SIGNATURE_EXTENDED,
                    caller,
                    Map.of(
                            "document", command.signed().digest().hex(),
                            "level", command.level().name(),
                            "signed", document.digest().hex()));
            handedOut = true;
            return document;
        } finally {
            if (!handedOut) {
                document.close();
            }
        }
    }
}
