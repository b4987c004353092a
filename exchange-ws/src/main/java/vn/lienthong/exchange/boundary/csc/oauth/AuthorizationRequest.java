package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.CodeRequest;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/**
 * What an application asks an official for.
 *
 * @param redirectUri where the official is sent back to
 * @param namedRedirectUri the same if the request named it, else null: the token request has to do alike
 * @param wish the hashes to be signed, in scope "credential"
 * @param labels what the application calls them, in their order; shorter where it says nothing
 * @param description what it is about, in the application's words
 */
record AuthorizationRequest(
        OAuthClient client,
        String redirectUri,
        @Nullable String namedRedirectUri,
        Optional<String> state,
        String codeChallenge,
        Optional<SignatureWish> wish,
        List<String> labels,
        Optional<String> description) {
    AuthorizationRequest {
        labels = List.copyOf(labels);
    }

    CodeRequest codeRequest() {
        return new CodeRequest(client, namedRedirectUri, codeChallenge);
    }
}
