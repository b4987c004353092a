package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.csc.CscError;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.oauth.Scope;

/**
 * From parameters to an authorisation request. PKCE with S256 is asked of every application.
 *
 * <p>Source: RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9700 §2.1.1; CSC API v2, section 8.2.2.
 */
final class AuthorizationRequests {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_STATE = 2000;
    /** Source: CSC API v2, section 8.2.2. */
    private static final int LONGEST_DESCRIPTION = 500;

    private AuthorizationRequests() {}

    /**
     * Where the official may be sent back to, also with an error.
     *
     * @throws CscRefusal if it is nowhere: the official has to be told here
     */
    static RedirectTarget target(OAuthClient client, FormParameters parameters) {
        Optional<String> named = parameters.find("redirect_uri");
        String uri = named.orElseGet(
                () -> client.redirectUris().size() == 1 ? client.redirectUris().getFirst() : "");
        if (!client.redirectsTo(uri)) {
            throw CscRefusal.invalidRequest("Invalid parameter redirect_uri");
        }
        return new RedirectTarget(uri, parameters.find("state").filter(state -> state.length() <= LONGEST_STATE));
    }

    /** @throws CscRefusal with the error that the application is told */
    static AuthorizationRequest parse(OAuthClient client, FormParameters parameters) {
        RedirectTarget target = target(client, parameters);
        if (!parameters.required("response_type").equals("code")) {
            throw refusal("unsupported_response_type", "Invalid parameter response_type");
        }
        if (parameters
                .find("state")
                .filter(state -> state.length() > LONGEST_STATE)
                .isPresent()) {
            throw CscRefusal.invalidRequest("Invalid parameter state");
        }
        String challenge = parameters.required("code_challenge");
        if (!parameters.find("code_challenge_method").equals(Optional.of("S256"))) {
            throw CscRefusal.invalidRequest("Invalid parameter code_challenge_method");
        }
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw CscRefusal.invalidRequest("Invalid parameter code_challenge");
        }
        Optional<String> description = parameters.find("description");
        if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
            throw CscRefusal.invalidRequest("Invalid parameter description");
        }
        @Nullable String named = parameters.find("redirect_uri").orElse(null);
        boolean detailed = parameters.find("authorization_details").isPresent();
        Scope scope = Scope.ofWireName(parameters.find("scope").orElse(detailed ? "credential" : "service"))
                .orElseThrow(() -> refusal("invalid_scope", "Invalid parameter scope"));
        WishReader.Read read = scope == Scope.CREDENTIAL ? WishReader.read(parameters) : WishReader.Read.NOTHING;
        Optional<SignatureWish> wish = read.wish();
        return new AuthorizationRequest(
                client, target.uri(), named, target.state(), challenge, wish, read.labels(), description);
    }

    private static CscRefusal refusal(String error, String description) {
        return new CscRefusal(new CscError(400, error, description));
    }
}
