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
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.counter.CounterSignRequest;
import vn.lienthong.signer.sign.counter.CounterSigner;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * Signs a signature with a key that was granted to the caller; the use stands in the audit log before the file is handed
 * out. Thread-safe; no transaction is open while the HSM is waited for.
 */
public final class CounterSignDocument {
    private final GrantedKeys keys;
    private final KeyUses uses;
    private final CounterSigner signer;
    private final SigningAudit audit;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Gate gate;

    public CounterSignDocument(
            GrantedKeys keys,
            KeyUses uses,
            CounterSigner signer,
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
     * The counter-signed file, which the caller closes.
     *
     * @throws FailureException if the key is not the caller's, or the signature cannot be signed, or not now
     */
    public SignedDocument sign(Caller caller, CounterSignCommand command) {
        CertifiedKey key = keys.named(caller, command.key());
        try (KeyUses.Permit permit = uses.permit(
                caller, command.key().value(), command.use(), command.kind().orElse(null), 1)) {
            CounterSignRequest request = new CounterSignRequest(
                    command.signed().document().file(),
                    command.documents().stream().map(SourceDocument::document).toList(),
                    command.signatureId(),
                    key,
                    temporaryFolder.resolve("signed-" + ids.next()));
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
                                    "document", command.signed().digest().hex(),
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
    }

    private static SignedDocument recorded(
            KeyUses.Permit permit, CounterSignCommand command, SignDocumentOutcome.Signed done) {
        SignedDocument document = new SignedDocument(
                done.document(), Sha256Digest.of(done.digest().value().toArray()), done.length(), done.signingTime());
        boolean handedOut = false;
        try {
            permit.record(
                    Deed.SIGNATURE_COUNTERSIGNED,
                    Map.of(
                            "document", command.signed().digest().hex(),
                            "key", command.key().value(),
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
