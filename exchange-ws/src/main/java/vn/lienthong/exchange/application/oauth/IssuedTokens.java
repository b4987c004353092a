package vn.lienthong.exchange.application.oauth;

import java.time.Duration;
import java.util.Optional;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/**
 * What a token request is answered with.
 *
 * @param access an access token, or a SAD
 * @param credential the id of the credential that a SAD is for
 */
public record IssuedTokens(
        OpaqueToken access, Kind kind, Duration lifetime, Optional<OpaqueToken> refresh, Optional<String> credential) {

    /** How the token is used. Source: CSC API v2, section 8.2.4. */
    public enum Kind {
        BEARER,
        SAD
    }
}
