package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UseCompanion;
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
        return sign(caller, command, Map.of(), signed -> UseCompanion.NONE).orElseThrow();
    }

    /**
     * The same; what the caller makes of the document is on the record in one transaction with the use of the key. Empty
     * if that is not wanted any more: then nothing was recorded.
     *
     * @param more for the audit entry
     */
    public Optional<SignedDocument> sign(
            Caller caller, SignDocumentCommand command, Map<String, String> more, Keeping keeping) {
        CertifiedKey key = keys.named(caller, command.key());
        try (KeyUses.Permit permit = uses.permit(
                caller, command.key().value(), command.use(), command.kind().orElse(null), 1)) {
            SignedDocument signed = signed(caller, command, key);
            boolean handedOut = false;
            try {
                Map<String, String> details = details(command, signed);
                details.putAll(more);
                handedOut = permit.record(Deed.DOCUMENT_SIGNED, details, keeping.keep(signed));
                return handedOut ? Optional.of(signed) : Optional.empty();
            } finally {
                if (!handedOut) {
                    signed.close();
                }
            }
        }
    }

    /**
     * Nothing speaks against this signature before a document is looked at.
     *
     * @throws FailureException that {@link #sign} would end in now, whatever the document
     */
    public void require(Caller caller, SignDocumentCommand command) {
        keys.named(caller, command.key());
        uses.permit(caller, command.key().value(), command.use(), command.kind().orElse(null), 1)
                .close();
    }

    /** What is made of a signed document before the use of the key is recorded: nothing that the record does not need. */
    @FunctionalInterface
    public interface Keeping {
        /** The document's octets are safe; the companion makes them known. */
        UseCompanion keep(SignedDocument signed);
    }

    private SignedDocument signed(Caller caller, SignDocumentCommand command, CertifiedKey key) {
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
            case SignDocumentOutcome.Signed done ->
                new SignedDocument(
                        done.document(),
                        Sha256Digest.of(done.digest().value().toArray()),
                        done.length(),
                        done.signingTime());
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

    private static Map<String, String> details(SignDocumentCommand command, SignedDocument signed) {
        return new TreeMap<>(Map.of(
                "count", Integer.toString(command.documents().size()),
                "document", SourceDocument.together(command.documents()),
                "form", command.form().name(),
                "key", command.key().value(),
                "level", command.level().name(),
                "signed", signed.digest().hex()));
    }
}
