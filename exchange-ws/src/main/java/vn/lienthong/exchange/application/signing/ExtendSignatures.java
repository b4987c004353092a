package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
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
        try (Gate.Pass _ = gate.enter(SourceDocument.octets(command.signed(), command.documents()))) {
            outcome = augmenter.augment(request);
        }
        if (!(outcome instanceof SignDocumentOutcome.Signed raised)) {
            throw new FailureException(SigningFailures.of(outcome));
        }
        return SignedDocument.of(raised)
                .recorded(document -> audit.record(
                        Deed.SIGNATURE_EXTENDED,
                        caller,
                        Map.of(
                                "document", command.signed().digest().hex(),
                                "level", command.level().name(),
                                "signed", document.digest().hex())));
    }
}
