package vn.lienthong.exchange.boundary.csc;

/**
 * An error as the CSC API and OAuth 2.0 say it.
 *
 * @param error the code
 * @param description the text that the specification gives for it, where it gives one
 */
public record CscError(int status, String error, String description) {
    public static CscError invalidRequest(String description) {
        return new CscError(400, "invalid_request", description);
    }
}
