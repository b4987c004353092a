package vn.lienthong.exchange.domain.remote;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * Authorised hashes, one row each; bound to the transaction that it was taken from. The database alone decides who
 * reserves a hash, so two nodes never sign it both, and no crash makes it free again.
 */
public interface AuthorizationLedger {

    /**
     * The hashes are authorised; no SAD speaks for them yet.
     *
     * @param words what the signature of each is to say, in their order
     */
    void put(SignatureAuthorization authorization, List<DocumentHash> hashes, List<SignedWords> words);

    /** From now until then, the SAD of that digest speaks for the authorisation, and no earlier one does. */
    void issue(UUID authorization, Sha256Digest sad, Instant expiresAt);

    /** What the SAD speaks for, locked until the transaction ends, expired or not; empty if its grant is revoked. */
    Optional<SignatureAuthorization> bySad(Sha256Digest sad);

    /**
     * These are authorised too, in the transaction that locked the authorisation.
     *
     * @return false if one is there already, or they are more than the signatures that are left: nothing may be committed
     */
    boolean extend(SignatureAuthorization authorization, List<DocumentHash> hashes, List<SignedWords> words);

    /** The digest of the words that were authorised with each hash; those without words are not in it. */
    Map<DocumentHash, Sha256Digest> words(UUID authorization);

    /**
     * All of these hashes are reserved under that id.
     *
     * @return false if one is not authorised, or no longer: nothing may be committed then
     */
    boolean reserve(UUID authorization, UUID reservation, Collection<DocumentHash> hashes, Instant at);

    /** What was reserved is authorised again: only where it is certain that nothing was signed. */
    void release(UUID reservation);

    /** @return how many hashes of the reservation are consumed now */
    int consume(UUID reservation, Instant at);

    /** What became of each hash. */
    Map<DocumentHash, HashState> states(UUID authorization);

    /**
     * What that account authorised with that key is worth nothing from the commit on, and neither is what applications were
     * allowed for it alone.
     *
     * @return how many authorisations held until now
     */
    int end(String account, String keyAlias, Instant at);
}
