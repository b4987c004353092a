package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
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
            try (Gate.Pass _ = gate.enter(SourceDocument.octets(command.signed(), command.documents()))) {
                outcome = signer.sign(request);
            }
            Map<String, String> what = Map.of(
                    "document", command.signed().digest().hex(),
                    "key", command.key().value());
            if (outcome instanceof SignDocumentOutcome.Signed made) {
                return SignedDocument.of(made)
                        .recorded(document -> permit.record(
                                Deed.SIGNATURE_COUNTERSIGNED,
                                with(what, "signed", document.digest().hex())));
            }
            if (outcome instanceof SignDocumentOutcome.Refused refused) {
                audit.record(
                        Deed.SIGNING_REFUSED,
                        caller,
                        with(what, "reason", refused.reason().name()));
            }
            Failure failure = SigningFailures.of(outcome);
            permit.endsBy(failure.code());
            throw new FailureException(failure);
        }
    }

    private static Map<String, String> with(Map<String, String> what, String key, String value) {
        Map<String, String> more = new TreeMap<>(what);
        more.put(key, value);
        return more;
    }
}
