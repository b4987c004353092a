package vn.lienthong.exchange.application.verification;

import java.io.IOException;
import java.nio.file.Path;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationOutcome;

/** Judges signed documents. Thread-safe. */
public final class ValidateDocument {
    private final SignatureValidator validator;
    private final Gate gate;

    public ValidateDocument(SignatureValidator validator, Gate gate) {
        this.validator = validator;
        this.gate = gate;
    }

    /**
     * What the document's signatures are worth, or that it has none.
     *
     * @throws FailureException {@code document-not-readable} or {@code body-too-large} with the reason's name
     */
    public ValidationOutcome validate(Path document) {
        ValidationOutcome outcome;
        try (Gate.Pass _ = gate.enter(document.toFile().length())) {
            outcome = validator.validate(document);
        } catch (IOException e) {
            throw new FailureException(Failure.of(FailureCode.STORAGE_UNAVAILABLE), e);
        }
        if (outcome instanceof ValidationOutcome.Unreadable unreadable) {
            FailureCode code = unreadable.reason() == ValidationOutcome.Reason.TOO_LARGE
                    ? FailureCode.BODY_TOO_LARGE
                    : FailureCode.DOCUMENT_NOT_READABLE;
            throw new FailureException(Failure.of(code, unreadable.reason().name()));
        }
        return outcome;
    }
}
