package vn.lienthong.exchange.application.signing;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.token.SigningOutcome;

/** Which failure each outcome of the signer is. Details stay behind: they are the operator's. */
public final class SigningFailures {
    private SigningFailures() {}

    /**
     * The failure of an outcome that is none of a signed document.
     *
     * @throws IllegalArgumentException if the document is signed
     */
    public static Failure of(SignDocumentOutcome why) {
        return switch (why) {
            case SignDocumentOutcome.Refused refused -> of(refused);
            case SignDocumentOutcome.TokenDown down ->
                Failure.retryLater(FailureCode.HSM_UNAVAILABLE, down.retryAfter());
            case SignDocumentOutcome.TimestampDown down ->
                Failure.retryLater(FailureCode.TSA_UNAVAILABLE, down.retryAfter());
            case SignDocumentOutcome.Signed _ -> throw new IllegalArgumentException("a signed document is no failure");
        };
    }

    public static Failure of(SignDocumentOutcome.Refused refused) {
        // which of the field's constraints: a name of the standard's
        boolean isConstraint = refused.reason() == SignRefusal.FIELD_CONSTRAINT_UNMET;
        return Failure.of(
                code(refused.reason()),
                isConstraint ? refused.detail() : refused.reason().name());
    }

    public static Failure of(SigningOutcome.Refused refused) {
        return switch (refused.reason()) {
            case KEY_UNKNOWN, KEY_FUNCTION_NOT_PERMITTED, SCHEME_NOT_SUPPORTED ->
                Failure.of(FailureCode.KEY_REFUSED, refused.reason().name());
            case DIGEST_MISMATCH -> Failure.of(FailureCode.PARAMETER_INVALID, "digests");
            // the operator has to give the server the right PIN; until then there is no HSM for anybody
            case PIN_REFUSED -> Failure.of(FailureCode.HSM_UNAVAILABLE);
        };
    }

    private static FailureCode code(SignRefusal reason) {
        return switch (reason) {
            case NOT_A_PDF,
                    DOCUMENT_MALFORMED,
                    DOCUMENT_ENCRYPTED,
                    DOCUMENT_PAGE_COUNT,
                    DOCUMENT_CHANGES_FORBIDDEN,
                    EXISTING_SIGNATURE_BYTE_RANGE,
                    EXISTING_SIGNATURE_BROKEN,
                    DOCUMENT_ALREADY_SIGNED,
                    XML_MALFORMED,
                    XML_HOSTILE,
                    SIGNATURE_UNKNOWN,
                    SIGNED_DOCUMENT_MISSING -> FailureCode.DOCUMENT_NOT_SIGNABLE;
            case FIELD_CONSTRAINT_UNMET -> FailureCode.FIELD_CONSTRAINT_UNMET;
            case LEVEL_NOT_POSSIBLE, DOCUMENT_COUNT, DOCUMENT_NAMES, NOT_IN_THIS_FORM, ALGORITHM_NOT_POSSIBLE ->
                FailureCode.SIGNATURE_FORM_NOT_POSSIBLE;
            case DOCUMENT_TOO_LARGE -> FailureCode.BODY_TOO_LARGE;
            case CERTIFICATE_EXPIRED,
                    CERTIFICATE_NOT_YET_VALID,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_KEY_USAGE,
                    KEY_TOO_WEAK -> FailureCode.CERTIFICATE_NOT_VALID;
            case KEY_CERTIFICATE_MISMATCH, KEY_REFUSED -> FailureCode.KEY_REFUSED;
            case IMAGE_MALFORMED, IMAGE_TOO_LARGE, PLACEMENT_OFF_PAGE, PLACEMENT_NOT_FOUND, TEXT_NOT_SHOWABLE ->
                FailureCode.APPEARANCE_INVALID;
            case TIMESTAMP_REJECTED -> FailureCode.TSA_UNAVAILABLE;
            case REVOCATION_DATA_MISSING -> FailureCode.REVOCATION_UNAVAILABLE;
        };
    }
}
