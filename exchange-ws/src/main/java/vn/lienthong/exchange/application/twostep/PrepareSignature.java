package vn.lienthong.exchange.application.twostep;

import java.nio.file.Path;
import java.util.Map;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.signing.SigningAudit;
import vn.lienthong.exchange.application.signing.SigningFailures;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.twostep.PrepareOutcome;
import vn.lienthong.signer.sign.twostep.PrepareOutcome.NotPrepared;
import vn.lienthong.signer.sign.twostep.PrepareOutcome.Prepared;
import vn.lienthong.signer.sign.twostep.TwoStepSigner;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * The first step: says what the owner's token is to sign. Nothing is kept but a line in the audit log, so a caller that never
 * comes back leaves nothing behind. Thread-safe.
 */
public final class PrepareSignature {
    private final TwoStepSigner signer;
    private final OwnKeys keys;
    private final SigningAudit audit;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Gate gate;

    public PrepareSignature(
            TwoStepSigner signer, OwnKeys keys, SigningAudit audit, IdSource ids, Path temporaryFolder, Gate gate) {
        this.signer = signer;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.gate = gate;
    }

    /**
     * What is to be signed, and the continuation.
     *
     * @param words of the request, given back in the second step
     * @throws FailureException if the caller may not sign, or nothing can be prepared
     */
    public Prepared prepare(Caller caller, OwnKeyCommand command, Bytes words) {
        if (!caller.has(Role.SIGN)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        CertifiedKey key = keys.of(command);
        Path never = temporaryFolder.resolve("prepared-" + ids.next());
        PrepareOutcome outcome;
        try (Gate.Pass _ = gate.enter(SourceDocument.octets(command.document().documents()))) {
            outcome = signer.prepare(
                    OwnKeyRequest.of(command, key, never), new AskedWords(caller.name(), words).encoded());
        }
        return switch (outcome) {
            case Prepared prepared -> recorded(caller, command, prepared);
            case NotPrepared(var why) -> {
                audit.record(
                        Deed.SIGNING_REFUSED,
                        caller,
                        Map.of(
                                "certificate", OwnKeyRequest.fingerprint(key),
                                "document",
                                        SourceDocument.together(
                                                command.document().documents()),
                                "form", command.document().form().name(),
                                "reason", SigningFailures.of(why).code().code()));
                throw new FailureException(SigningFailures.of(why));
            }
        };
    }

    private Prepared recorded(Caller caller, OwnKeyCommand command, Prepared prepared) {
        audit.record(
                Deed.SIGNATURE_PREPARED,
                caller,
                Map.of(
                        "certificate",
                                prepared.toBeSigned().certificate().value().hex(),
                        "digest", prepared.toBeSigned().digest().value().hex(),
                        "document", SourceDocument.together(command.document().documents()),
                        "form", prepared.toBeSigned().form().name(),
                        "level", prepared.toBeSigned().level().name(),
                        "scheme", prepared.toBeSigned().scheme().name()));
        return prepared;
    }
}
