package vn.lienthong.signer.evidence.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The leaves {@code start} to {@code end - 1}, which the splits of RFC 9162 made one subtree; a full one is one node, one
 * at the right edge is made of several full ones.
 */
public record TreeRange(long start, long end) {
    public TreeRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no leaves between " + start + " and " + end);
        }
    }

    /** The full subtrees that make it, from the left, each smaller than the one before: at most one a level. */
    public List<NodeId> nodes() {
        List<NodeId> nodes = new ArrayList<>();
        for (long at = start; at < end; ) {
            int level =
                    Math.min(at == 0 ? 62 : Long.numberOfTrailingZeros(at), 63 - Long.numberOfLeadingZeros(end - at));
            nodes.add(new NodeId(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }

    /**
     * Its hash.
     *
     * <p>Source: RFC 9162 §2.1.1: the left part of a split is full, so the hash is folded from the right.
     *
     * @param known the hash of each of {@link #nodes()}
     * @throws IllegalArgumentException if one is not known
     */
    public Sha256Hash hash(Map<NodeId, Sha256Hash> known) {
        List<Sha256Hash> parts = new ArrayList<>();
        for (NodeId node : nodes()) {
            Sha256Hash hash = known.get(node);
            if (hash == null) {
                throw new IllegalArgumentException("the hash of " + node + " is not known");
            }
            parts.add(hash);
        }
        return fold(parts);
    }

    /** One hash out of those of full subtrees, the largest first. */
    static Sha256Hash fold(List<Sha256Hash> parts) {
        Sha256Hash hash = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            hash = MerkleTree.nodeHash(parts.get(i), hash);
        }
        return hash;
    }
}
