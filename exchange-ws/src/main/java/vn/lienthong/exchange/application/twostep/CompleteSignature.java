package vn.lienthong.exchange.application.twostep;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SigningAudit;
import vn.lienthong.exchange.application.signing.SigningFailures;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.twostep.CompleteOutcome;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.Continued;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.NotContinued;
import vn.lienthong.signer.sign.twostep.ToBeSigned;
import vn.lienthong.signer.sign.twostep.TwoStepSigner;

/**
 * The second step: puts the signature of the owner's token into the file that was prepared, on this node or another. That
 * stands in the audit log before the file is handed out. The same step taken again makes the same signature again, so a caller
 * that lost the answer takes it again. Thread-safe.
 */
public final class CompleteSignature {
    private static final String DOCUMENT = "document";
    private static final String REASON = "reason";

    private final TwoStepSigner signer;
    private final OwnKeys keys;
    private final SigningAudit audit;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Gate gate;

    public CompleteSignature(
            TwoStepSigner signer, OwnKeys keys, SigningAudit audit, IdSource ids, Path temporaryFolder, Gate gate) {
        this.signer = signer;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.gate = gate;
    }

    /**
     * What the caller brings to the second step.
     *
     * @param documents the same as in the first step, for the audit log
     * @param octets of them together
     * @param signature by the owner's token: RSA as long as the modulus, ECDSA as DER
     */
    public record Continuing(String continuation, Bytes signature, String documents, long octets) {}

    /**
     * The signed document, which the caller closes.
     *
     * @param command makes the command of the words of the first step and of the documents, which are sent again
     * @throws FailureException if it does not continue a first step of this caller's, or cannot be signed, or not now
     */
    public SignedDocument complete(Caller caller, Continuing continuing, Function<Bytes, OwnKeyCommand> command) {
        if (!caller.has(Role.SIGN)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        Path signed = temporaryFolder.resolve("signed-" + ids.next());
        CompleteOutcome outcome;
        try (Gate.Pass _ = gate.enter(continuing.octets())) {
            outcome = signer.complete(
                    continuing.continuation(),
                    continuing.signature(),
                    asked -> request(caller, continuing, AskedWords.decoded(asked), command, signed));
        }
        return switch (outcome) {
            case Continued(ToBeSigned prepared, SignDocumentOutcome.Signed done) ->
                recorded(caller, continuing, prepared, done);
            case Continued(ToBeSigned prepared, SignDocumentOutcome why) -> {
                Failure failure = SigningFailures.of(why);
                audit.record(
                        Deed.SIGNING_REFUSED,
                        caller,
                        Map.of(
                                "certificate",
                                prepared.certificate().value().hex(),
                                "digest",
                                prepared.digest().value().hex(),
                                DOCUMENT,
                                continuing.documents(),
                                REASON,
                                failure.code().code()));
                throw new FailureException(failure);
            }
            case NotContinued refused -> throw refused(caller, continuing, TwoStepFailures.of(refused.reason()));
        };
    }

    private AdesRequest request(
            Caller caller,
            Continuing continuing,
            AskedWords asked,
            Function<Bytes, OwnKeyCommand> command,
            Path signed) {
        if (!asked.caller().equals(caller.name())) {
            throw refused(caller, continuing, Failure.of(FailureCode.CONTINUATION_NOT_YOURS));
        }
        OwnKeyCommand again = command.apply(asked.words());
        return OwnKeyRequest.of(again, keys.of(again), signed);
    }

    private FailureException refused(Caller caller, Continuing continuing, Failure failure) {
        audit.record(
                Deed.SIGNING_REFUSED,
                caller,
                Map.of(
                        DOCUMENT, continuing.documents(),
                        REASON, failure.code().code()));
        return new FailureException(failure);
    }

    private SignedDocument recorded(
            Caller caller, Continuing continuing, ToBeSigned prepared, SignDocumentOutcome.Signed done) {
        return SignedDocument.of(done)
                .recorded(document -> audit.record(
                        Deed.SIGNATURE_COMPLETED,
                        caller,
                        Map.of(
                                "certificate",
                                prepared.certificate().value().hex(),
                                "digest",
                                prepared.digest().value().hex(),
                                DOCUMENT,
                                continuing.documents(),
                                "form",
                                prepared.form().name(),
                                "level",
                                prepared.level().name(),
                                "scheme",
                                prepared.scheme().name(),
                                "signed",
                                document.digest().hex())));
    }
}
