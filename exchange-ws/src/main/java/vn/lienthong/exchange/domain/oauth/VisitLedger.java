package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * Officials' visits to the server's own pages: what applications pushed ahead of them, and browsers that are signed in.
 * Bound to the transaction that it was taken from.
 */
public interface VisitLedger {

    /** A pushed request is kept until then. Source: RFC 9126 */
    void putRequest(Sha256Digest uri, String client, String parameters, Instant expiresAt);

    /** The parameters of a pushed request of that client which has not expired. */
    Optional<String> request(Sha256Digest uri, String client, Instant now);

    void dropRequest(Sha256Digest uri);

    /** The browser that holds the token works for that account until then. */
    void putSession(Sha256Digest token, String account, Instant expiresAt);

    Optional<String> sessionAccount(Sha256Digest token, Instant now);

    void dropSession(Sha256Digest token);
}
