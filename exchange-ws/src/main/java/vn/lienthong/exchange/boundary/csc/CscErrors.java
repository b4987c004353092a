package vn.lienthong.exchange.boundary.csc;

import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.signer.text.Language;

/** Which error of the CSC API each failure is; the texts are those of the specification where it has one. */
public final class CscErrors {
    private final FailureTexts texts;

    public CscErrors(FailureTexts texts) {
        this.texts = texts;
    }

    public CscError of(Failure failure) {
        String argument =
                failure.arguments().isEmpty() ? "" : failure.arguments().getFirst();
        return switch (failure.code()) {
            case CREDENTIAL_UNKNOWN -> CscError.invalidRequest("Invalid parameter credentialID");
            case CREDENTIAL_DISABLED -> CscError.invalidRequest("Credential disabled");
            case CREDENTIAL_LOCKED -> CscError.invalidRequest("Credential locked");
            case AUTHENTICATION_DATA_INVALID ->
                new CscError(400, "invalid_authentication_data", "Invalid authentication data");
            case AUTHORIZATION_INVALID -> CscError.invalidRequest("Invalid parameter SAD");
            case AUTHORIZATION_EXPIRED -> CscError.invalidRequest("SAD expired");
            case APPROVAL_UNKNOWN -> CscError.invalidRequest("Invalid parameter handle");
            case APPROVAL_EXPIRED -> new CscError(400, "expired_token", text(failure));
            case APPROVAL_REFUSED -> new CscError(403, "access_denied", "The user denied the request");
            case HASH_NOT_AUTHORIZED -> CscError.invalidRequest("Hash is not authorized by the SAD");
            case WORDS_NOT_AUTHORIZED -> CscError.invalidRequest("Invalid parameter signed_props");
            case SIGNATURES_TOO_MANY -> CscError.invalidRequest("Numbers of signatures is too high");
            case CERTIFICATE_NOT_VALID ->
                CscError.invalidRequest("Signing certificate '" + argument + "' is "
                        + (failure.arguments().contains("revoked") ? "revoked" : "expired"));
            case PARAMETER_INVALID ->
                CscError.invalidRequest(
                        argument.equals("numSignatures")
                                ? "Invalid value for parameter numSignatures"
                                : "Invalid parameter " + argument);
            case BODY_TOO_LARGE -> CscError.invalidRequest("Request too large");
            case CREDENTIALS_INVALID -> new CscError(401, "invalid_token", "Invalid access_token");
            case CLIENT_INVALID -> new CscError(401, "invalid_client", "Client authentication failed");
            case GRANT_INVALID -> new CscError(400, "invalid_grant", text(failure));
            case NOT_PERMITTED -> new CscError(403, "unauthorized_client", text(failure));
            default -> byCategory(failure);
        };
    }

    private CscError byCategory(Failure failure) {
        return switch (failure.code().category()) {
            case CALLER -> CscError.invalidRequest(text(failure));
            case POLICY -> new CscError(failure.code().httpStatus() == 429 ? 429 : 403, "access_denied", text(failure));
            case DEPENDENCY -> new CscError(503, "temporarily_unavailable", text(failure));
            case OURS -> new CscError(500, "server_error", text(failure));
        };
    }

    /** Developers of any country read these; what officials read stands on the pages. */
    private String text(Failure failure) {
        return texts.detail(failure, Language.EN);
    }
}
