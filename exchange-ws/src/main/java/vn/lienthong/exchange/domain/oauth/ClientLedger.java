package vn.lienthong.exchange.domain.oauth;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Applications and how they prove themselves; bound to the transaction that it was taken from. */
public interface ClientLedger {

    /** The client is as given. True if it was not before. */
    boolean put(OAuthClient client);

    Optional<OAuthClient> find(String id);

    /**
     * The assertion of the client counts as used until it has expired.
     *
     * @return false if it did already
     */
    boolean useAssertion(String client, Sha256Digest id, Instant expiresAt);
}
