package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;

/**
 * What a client says and signs to prove itself; nothing of it is checked yet.
 *
 * @param client that says so of itself
 * @param algorithm by its JWA name
 * @param signingInput what was signed, in ASCII
 * @param signature in base64url
 * @param id of the assertion, which is good once
 * @param notBefore from when it is good
 */
public record ClientAssertion(
        String client,
        String algorithm,
        String signingInput,
        String signature,
        String id,
        Instant notBefore,
        Instant expiresAt) {}
