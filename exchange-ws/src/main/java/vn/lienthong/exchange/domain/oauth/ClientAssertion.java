package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;

/**
 * What a client says and signs to prove itself; nothing of it is checked yet. Its arrays are not changed by anybody.
 *
 * @param client that says so of itself
 * @param algorithm by its JWA name
 * @param signingInput what was signed
 * @param id of the assertion, which is good once
 * @param notBefore from when it is good
 */
public record ClientAssertion(
        String client,
        String algorithm,
        byte[] signingInput,
        byte[] signature,
        String id,
        Instant notBefore,
        Instant expiresAt) {}
