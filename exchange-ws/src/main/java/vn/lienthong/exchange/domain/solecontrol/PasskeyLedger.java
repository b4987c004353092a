package vn.lienthong.exchange.domain.solecontrol;

import java.time.Instant;
import java.util.List;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Officials' passkeys and the nonces of challenges; bound to the transaction that it was taken from. */
public interface PasskeyLedger {

    /** The official's passkeys, oldest first. */
    List<Passkey> of(String account);

    /** @return false if somebody has that key already */
    boolean put(String account, Passkey passkey);

    boolean drop(String account, String id);

    /**
     * The passkey's counter is that from now on.
     *
     * @return false if it is not the account's, or the counter did not go forward: a copy of the key is in use
     */
    boolean use(String account, String id, long signCount, Instant at);

    void putNonce(String account, Sha256Digest nonce, Instant expiresAt);

    /** @return false if it is not the account's, was used or has expired */
    boolean useNonce(String account, Sha256Digest nonce, Instant now);
}
