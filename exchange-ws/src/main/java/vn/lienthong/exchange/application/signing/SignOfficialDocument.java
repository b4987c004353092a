package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keeping.TakeIntoCare;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UseCompanion;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.timestamp.TimestampToken;
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
    private final TakeIntoCare care;

    public SignOfficialDocument(
            GrantedKeys keys,
            KeyUses uses,
            SignDocuments signer,
            UnitOfWork unitOfWork,
            Clock clock,
            IdSource ids,
            Path temporaryFolder,
            Gate gate,
            TakeIntoCare care) {
        this.keys = keys;
        this.uses = uses;
        this.signer = signer;
        this.audit = new SigningAudit(unitOfWork, clock);
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.gate = gate;
        this.care = care;
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
        boolean raisable = KeptLock.leavesRoom(command);
        if (!raisable && command.level() == SignatureLevel.BASELINE_LTA) {
            throw refused(caller, command, KeptLock.LOCKED);
        }
        try (KeyUses.Permit permit = uses.permit(
                caller, command.key().value(), command.use(), command.kind().orElse(null), 1)) {
            Made made = made(caller, command, key, raisable, permit);
            boolean handedOut = false;
            try (TakeIntoCare.Taken taken = command.kept() ? care.take(fresh(caller, command, made)) : null) {
                Map<String, String> details = details(command, made);
                details.putAll(more);
                UseCompanion companion = keeping.keep(made.document());
                if (taken == null) {
                    handedOut = permit.record(Deed.DOCUMENT_SIGNED, details, companion);
                    return handedOut ? Optional.of(made.document()) : Optional.empty();
                }
                details.put("kept", taken.kept().id().toString());
                handedOut = permit.record(Deed.DOCUMENT_SIGNED, details, UseCompanion.both(companion, taken));
                return handedOut ? Optional.of(made.document().inCare(taken.kept())) : Optional.empty();
            } finally {
                if (!handedOut) {
                    made.document().close();
                }
            }
        }
    }

    private static TakeIntoCare.Fresh fresh(Caller caller, SignDocumentCommand command, Made made) {
        return new TakeIntoCare.Fresh(
                caller.name(),
                made.document().file(),
                command.form().mediaType(),
                command.form().isDetached()
                        ? command.documents().stream()
                                .map(SourceDocument::document)
                                .toList()
                        : List.of(),
                command.level(),
                made.level(),
                made.missing(),
                made.timestamp());
    }

    /**
     * Nothing speaks against this signature before a document is looked at.
     *
     * @throws FailureException that {@link #sign} would end in now, whatever the document
     */
    public void require(Caller caller, SignDocumentCommand command) {
        keys.named(caller, command.key());
        uses.require(
                caller, command.key().value(), command.use(), command.kind().orElse(null));
    }

    /** What is made of a signed document before the use of the key is recorded: nothing that the record does not need. */
    @FunctionalInterface
    public interface Keeping {
        /** The document's octets are safe; the companion makes them known. */
        UseCompanion keep(SignedDocument signed);
    }

    /**
     * A file that was signed.
     *
     * @param level that it has
     * @param missing what kept it from having the level that was asked for, or null
     */
    private record Made(
            SignedDocument document,
            SignatureLevel level,
            @Nullable FailureCode missing,
            Optional<TimestampToken> timestamp) {}

    private Made made(
            Caller caller, SignDocumentCommand command, CertifiedKey key, boolean raisable, KeyUses.Permit permit) {
        SignDocuments tried = command.kept() ? signer.once() : signer;
        SignatureLevel level = command.level();
        FailureCode missing = null;
        while (true) {
            SignDocumentOutcome outcome = outcome(tried, command, key, level);
            Optional<SignatureLevel> lower = command.kept() ? lower(level, outcome) : Optional.empty();
            if (!raisable) {
                lower = lower.filter(possible -> possible != SignatureLevel.BASELINE_B);
            }
            if (lower.isEmpty()) {
                if (!(outcome instanceof SignDocumentOutcome.Signed)) {
                    permit.endsBy(SigningFailures.of(outcome).code());
                }
                return made(caller, command, outcome, level, missing);
            }
            missing = lower.get() == SignatureLevel.BASELINE_B
                    ? FailureCode.TSA_UNAVAILABLE
                    : FailureCode.REVOCATION_UNAVAILABLE;
            level = lower.get();
        }
    }

    /** The highest level that does without what was just found missing, if there is one. */
    private static Optional<SignatureLevel> lower(SignatureLevel level, SignDocumentOutcome outcome) {
        if (outcome instanceof SignDocumentOutcome.TimestampDown && level != SignatureLevel.BASELINE_B) {
            return Optional.of(SignatureLevel.BASELINE_B);
        }
        boolean noRevocationData = outcome instanceof SignDocumentOutcome.Refused refused
                && refused.reason() == SignRefusal.REVOCATION_DATA_MISSING;
        return noRevocationData && level != level.whenMade() ? Optional.of(level.whenMade()) : Optional.empty();
    }

    private SignDocumentOutcome outcome(
            SignDocuments tried, SignDocumentCommand command, CertifiedKey key, SignatureLevel level) {
        AdesRequest request = new AdesRequest(
                command.documents().stream().map(SourceDocument::document).toList(),
                temporaryFolder.resolve("signed-" + ids.next() + command.form().extension()),
                withDigest(key, command),
                command.form(),
                level,
                command.details(),
                command.appearance(),
                command.certification());
        try (Gate.Pass _ = gate.enter(SourceDocument.octets(command.documents()))) {
            return tried.sign(request);
        }
    }

    private Made made(
            Caller caller,
            SignDocumentCommand command,
            SignDocumentOutcome outcome,
            SignatureLevel level,
            @Nullable FailureCode missing) {
        return switch (outcome) {
            case SignDocumentOutcome.Signed done -> new Made(SignedDocument.of(done), level, missing, done.timestamp());
            case SignDocumentOutcome.Refused refused -> throw refused(caller, command, refused);
            case SignDocumentOutcome down -> throw new FailureException(SigningFailures.of(down));
        };
    }

    private FailureException refused(Caller caller, SignDocumentCommand command, SignDocumentOutcome.Refused refused) {
        audit.record(
                Deed.SIGNING_REFUSED,
                caller,
                Map.of(
                        "document", SourceDocument.together(command.documents()),
                        "form", command.form().name(),
                        "key", command.key().value(),
                        "reason", refused.reason().name()));
        return new FailureException(SigningFailures.of(refused));
    }

    private static CertifiedKey withDigest(CertifiedKey key, SignDocumentCommand command) {
        return command.digest()
                .map(digest -> key.scheme()
                        .with(digest)
                        .map(scheme -> new CertifiedKey(key.alias(), scheme, key.chain()))
                        .orElseThrow(() -> new FailureException(SigningFailures.of(new SignDocumentOutcome.Refused(
                                SignRefusal.ALGORITHM_NOT_POSSIBLE, key.scheme() + " has no form with " + digest)))))
                .orElse(key);
    }

    private static Map<String, String> details(SignDocumentCommand command, Made made) {
        return new TreeMap<>(Map.of(
                "count", Integer.toString(command.documents().size()),
                "document", SourceDocument.together(command.documents()),
                "form", command.form().name(),
                "key", command.key().value(),
                "level", made.level().name(),
                "signed", made.document().digest().hex()));
    }
}
