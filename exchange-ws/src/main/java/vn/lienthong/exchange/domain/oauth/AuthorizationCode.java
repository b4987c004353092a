package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authorisation code stands for.
 *
 * @param redirectUri as the request named it, or null if it named none
 * @param codeChallenge S256 of the verifier that the token request has to show. Source: RFC 7636 §4.2
 * @param authorization of signatures, in scope "credential"
 * @param credential the id that the application knows the key by, in scope "credential"
 */
public record AuthorizationCode(
        Grant grant,
        @Nullable String redirectUri,
        String codeChallenge,
        @Nullable UUID authorization,
        @Nullable String credential,
        Instant expiresAt) {}
