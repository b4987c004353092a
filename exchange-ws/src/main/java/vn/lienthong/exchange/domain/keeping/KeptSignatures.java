package vn.lienthong.exchange.domain.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.Page;

/** The records of signed files in the server's care; bound to the transaction that it was taken from. */
public interface KeptSignatures {

    /** @param documents that it is over, where it does not hold them */
    void put(KeptSignature first, List<KeptSignature.Document> documents);

    /** It, if it is that owner's. */
    Optional<KeptSignature> find(KeptId id, String owner);

    /** The owner's, newest first. */
    List<KeptSignature> of(String owner, @Nullable KeptState state, Page page);

    /** All versions, the oldest first. */
    List<KeptSignature.Version> versions(KeptId id);

    List<KeptSignature.Document> documents(KeptId id);

    /** One for which something is due, nobody else's until then; concurrent workers get different ones. */
    Optional<KeptSignature> claim(UUID claim, Instant now, Instant until);

    /** Whether the claim still holds; if so it does until this transaction ends. */
    boolean holds(KeptId id, UUID claim);

    /**
     * It is as given from now on, and nobody's claim. A version that is new is added. To be called where {@link #holds}
     * said so.
     */
    void change(KeptSignature changed);
}
