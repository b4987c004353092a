package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * Grants, and digests of what was given out under them; bound to the transaction that it was taken from.
 */
public interface OAuthLedger {

    void put(Grant grant, Instant at);

    /** The grant ends, with all that was given out under it. */
    void revoke(UUID grant, Instant at);

    void putCode(Sha256Digest code, AuthorizationCode meaning);

    /** The code is used from now on; empty if there is none. */
    Optional<Taken<AuthorizationCode>> takeCode(Sha256Digest code, Instant now);

    void putToken(Sha256Digest token, UUID grant, TokenKind kind, Instant expiresAt);

    /** The grant of an access token that has not expired, whose grant was not revoked. */
    Optional<Grant> byAccessToken(Sha256Digest token, Instant now);

    /** The refresh token is used from now on; empty if there is none, it has expired or its grant was revoked. */
    Optional<Taken<Grant>> takeRefreshToken(Sha256Digest token, Instant now);

    /** The grant of a token of either kind, whatever its state. */
    Optional<Grant> byAnyToken(Sha256Digest token);

    /** The accounts of the officials who let the client see their credentials, and have not taken that back. */
    List<String> accountsThatLet(String client, Instant now);

    /** An answer that may be fetched until then, by whoever has the grant. */
    void putResponse(Sha256Digest id, UUID grant, String answer, Instant expiresAt);

    /** The answer, if it was given to that client for that official, and is still kept. */
    Optional<String> response(Sha256Digest id, Grant holder, Instant now);

    /** What expired before then is removed, authorisations of signatures included; the audit log keeps what they were. */
    int removeExpired(Instant before);

    /** @param first whether nobody took it before */
    record Taken<T>(T value, boolean first) {}

    /** Kinds of tokens. */
    enum TokenKind {
        ACCESS,
        REFRESH
    }
}
