package vn.lienthong.exchange.domain.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The hashes that the log shows to anybody; bound to the transaction that it was taken from. */
public interface LogTree {

    /** The full subtrees that a new leaf completed are recorded. */
    void add(Collection<LogNode> nodes);

    /** Those of these nodes that are there. */
    List<LogNode> nodes(Collection<Place> wanted);

    /** The leaves of the log's tree from that place on: one for each batch. */
    List<Octets> leaves(long first, int count);

    /** The leaves of the batches' trees from that sequence on: one for each entry. */
    List<Octets> entryLeaves(long firstSequence, int count);

    /** The batch that sealed the entry of this sequence. */
    Optional<Long> batchOf(long sequence);

    /**
     * Where a full subtree stands.
     *
     * @param level 0 for leaves
     * @param place from 0 on that level
     */
    record Place(int level, long place) {}

    /** A full subtree's hash, of 32 octets. */
    record LogNode(Place at, Octets hash) {}
}
