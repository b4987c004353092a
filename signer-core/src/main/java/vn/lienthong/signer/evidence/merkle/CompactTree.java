package vn.lienthong.signer.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of which only the full subtrees at its right edge are kept: enough to add leaves and to tell the root, whatever
 * the size. Immutable.
 *
 * <p>Source: RFC 9162 §2.1.2 (verifying a tree head given entries), which keeps the same stack.
 *
 * @param size leaves
 * @param edge the hashes of the full subtrees, the largest first: one for each bit that is set in {@code size}
 */
public record CompactTree(long size, List<Sha256Hash> edge) {
    /** Of no leaves. */
    public static final CompactTree EMPTY = new CompactTree(0, List.of());

    public CompactTree {
        edge = List.copyOf(edge);
        if (size < 0 || Long.bitCount(size) != edge.size()) {
            throw new IllegalArgumentException("a tree of " + size + " has other full subtrees at its edge");
        }
    }

    /** The nodes whose hashes are {@link #edge()} of a tree of this size. */
    public static List<NodeId> edgeOf(long size) {
        return size == 0 ? List.of() : new TreeRange(0, size).nodes();
    }

    /** The tree over these leaf hashes, in this order. */
    public static CompactTree of(List<Sha256Hash> leafHashes) {
        CompactTree tree = EMPTY;
        for (Sha256Hash leaf : leafHashes) {
            tree = tree.with(leaf).tree();
        }
        return tree;
    }

    /** The root hash; of no leaves it is the hash of nothing. */
    public Sha256Hash root() {
        return size == 0 ? Sha256Hash.over() : TreeRange.fold(edge);
    }

    /** The tree with one leaf more, and the full subtrees that this leaf completes, itself among them. */
    public Grown with(Sha256Hash leafHash) {
        List<Sha256Hash> rest = new ArrayList<>(edge);
        List<FullNode> completed = new ArrayList<>();
        Sha256Hash hash = leafHash;
        completed.add(new FullNode(new NodeId(0, size), hash));
        for (int level = 1; (size >> (level - 1) & 1) == 1; level++) {
            hash = MerkleTree.nodeHash(rest.removeLast(), hash);
            completed.add(new FullNode(new NodeId(level, size >> level), hash));
        }
        rest.add(hash);
        return new Grown(new CompactTree(size + 1, rest), List.copyOf(completed));
    }

    /** A full subtree and its hash: neither changes ever again. */
    public record FullNode(NodeId id, Sha256Hash hash) {}

    /** A tree with one leaf more, and what is to be stored of it. */
    public record Grown(CompactTree tree, List<FullNode> completed) {}
}
