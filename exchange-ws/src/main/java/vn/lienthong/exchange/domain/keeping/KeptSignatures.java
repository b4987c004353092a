package vn.lienthong.exchange.domain.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * One for which something is due, nobody else's while the lease lasts; concurrent workers get different ones. The lease is
     * twice as long for each worker before that was lost over the file.
     */
    Optional<Claimed> claim(UUID claim, Instant now, Duration lease);

    /**
     * A file that is somebody's for a while.
     *
     * @param lost how many had it before, in a row, and never said what became of it
     */
    record Claimed(KeptSignature kept, int lost) {}

    /** The oldest that came into care before then; those that somebody else removes just now are left out. */
    List<KeptSignature> keptBefore(Instant before, int most);

    /**
     * It is gone, with its versions and documents; a worker that holds it finds its claim gone. False if it was not there any
     * more.
     */
    boolean remove(KeptId id);

    /** How many there are in each state. */
    Map<KeptState, Long> counts();

    /** The owners' files that are set aside, the oldest first. */
    List<KeptSignature> setAside(Page page);

    /** It, if it is set aside; if so it stays that until this transaction ends. */
    Optional<KeptSignature> findSetAside(KeptId id);

    /** Whether the claim still holds; if so it does until this transaction ends. */
    boolean holds(KeptId id, UUID claim);

    /**
     * It is as given from now on, nobody's claim, and no worker counts as lost. A version that is new is added. To be called
     * where {@link #holds} said so, or {@link #findSetAside} found it.
     */
    void change(KeptSignature changed);
}
