package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * Signs documents with a key that was granted to the caller; the use stands in the audit log before the signed document
 * is handed out. Thread-safe; no transaction is open while the HSM or a time-stamping authority is waited for.
 */
public final class SignOfficialDocument {
    private final GrantedKeys keys;
    private final KeyUses uses;
    private final SignDocuments signer;
    private final SigningAudit audit;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Gate gate;

    public SignOfficialDocument(
            GrantedKeys keys,
            KeyUses uses,
            SignDocuments signer,
            UnitOfWork unitOfWork,
            Clock clock,
            IdSource ids,
            Path temporaryFolder,
            Gate gate) {
        this.keys = keys;
        this.uses = uses;
        this.signer = signer;
        this.audit = new SigningAudit(unitOfWork, clock);
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.gate = gate;
    }

    /**
     * The signed document, which the caller closes.
     *
     * @throws FailureException if the key is not the caller's, or the document cannot be signed, or not now
     */
    public SignedDocument sign(Caller caller, SignDocumentCommand command) {
        CertifiedKey key = keys.named(caller, command.key());
        try (KeyUses.Permit permit = uses.permit(
                caller, command.key().value(), command.use(), command.kind().orElse(null), 1)) {
            return sign(caller, command, key, permit);
        }
    }

    private SignedDocument sign(Caller caller, SignDocumentCommand command, CertifiedKey key, KeyUses.Permit permit) {
        AdesRequest request = new AdesRequest(
                command.documents().stream().map(SourceDocument::document).toList(),
                temporaryFolder.resolve("signed-" + ids.next() + command.form().extension()),
                withDigest(key, command),
                command.form(),
                command.level(),
                command.details(),
                command.appearance(),
                command.certification());
        SignDocumentOutcome outcome;
        try (Gate.Pass _ = gate.enter()) {
            outcome = signer.sign(request);
        }
        return switch (outcome) {
            case SignDocumentOutcome.Signed done -> recorded(permit, command, done);
            case SignDocumentOutcome.Refused refused -> {
                audit.record(
                        Deed.SIGNING_REFUSED,
                        caller,
                        Map.of(
                                "document", SourceDocument.together(command.documents()),
                                "form", command.form().name(),
                                "key", command.key().value(),
                                "reason", refused.reason().name()));
                throw new FailureException(SigningFailures.of(refused));
            }
            case SignDocumentOutcome.TokenDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter()));
            case SignDocumentOutcome.TimestampDown down ->
                throw new FailureException(Failure.retryLater(FailureCode.TSA_UNAVAILABLE, down.retryAfter()));
        };
    }

    private static CertifiedKey withDigest(CertifiedKey key, SignDocumentCommand command) {
        return command.digest()
                .map(digest -> new CertifiedKey(key.alias(), key.scheme().with(digest), key.chain()))
                .orElse(key);
    }

    private static SignedDocument recorded(
            KeyUses.Permit permit, SignDocumentCommand command, SignDocumentOutcome.Signed done) {
        SignedDocument document = new SignedDocument(
                done.document(), Sha256Digest.of(done.digest().value().toArray()), done.length(), done.signingTime());
        boolean handedOut = false;
        try {
            permit.record(
                    Deed.DOCUMENT_SIGNED,
                    Map.of(
                            "count", Integer.toString(command.documents().size()),
                            "document", SourceDocument.together(command.documents()),
                            "form", command.form().name(),
                            "key", command.key().value(),
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
