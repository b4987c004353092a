package vn.lienthong.signer.evidence.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proofs out of a store that has the full subtrees only, of a tree of any size up to what is stored. Each proof asks the
 * store once, for at most two nodes a level. Thread-safe if the store is.
 */
public final class StoredTree {
    private final NodeStore store;

    /** Where full subtrees are kept. */
    @FunctionalInterface
    public interface NodeStore {

        /** The hashes of those of these nodes that are there. */
        Map<NodeId, Sha256Hash> nodes(Set<NodeId> wanted);
    }

    public StoredTree(NodeStore store) {
        this.store = store;
    }

    /**
     * The way from a leaf to the root of the tree of that size.
     *
     * <p>Source: RFC 9162 §2.1.3.1.
     *
     * @throws IllegalArgumentException if there is no such leaf, or the tree has not grown to that size
     */
    public InclusionProof inclusionProof(long leafIndex, long size) {
        if (leafIndex < 0 || leafIndex >= size) {
            throw new IllegalArgumentException("leaf " + leafIndex + " is not in a tree of " + size);
        }
        return new InclusionProof(leafIndex, size, hashes(siblings(leafIndex, size)));
    }

    /**
     * That the tree of {@code second} leaves grew out of that of {@code first}.
     *
     * <p>Source: RFC 9162 §2.1.4.1.
     *
     * @throws IllegalArgumentException if there are no such sizes, or the tree has not grown to them
     */
    public ConsistencyProof consistencyProof(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " does not grow out of one of " + first);
        }
        List<TreeRange> path = new ArrayList<>();
        subProof(first, 0, second, true, path);
        return new ConsistencyProof(first, second, hashes(path));
    }

    /**
     * The tree's right edge at that size.
     *
     * @throws IllegalArgumentException if the tree has not grown to that size
     */
    public CompactTree edge(long size) {
        List<NodeId> wanted = CompactTree.edgeOf(size);
        Map<NodeId, Sha256Hash> known = wanted.isEmpty() ? Map.of() : store.nodes(Set.copyOf(wanted));
        return new CompactTree(
                size,
                wanted.stream()
                        .map(node -> new TreeRange(first(node), first(node) + (1L << node.level())).hash(known))
                        .toList());
    }

    private static long first(NodeId node) {
        return node.index() << node.level();
    }

    private List<Sha256Hash> hashes(List<TreeRange> path) {
        Set<NodeId> wanted =
                path.stream().flatMap(range -> range.nodes().stream()).collect(Collectors.toSet());
        Map<NodeId, Sha256Hash> known = wanted.isEmpty() ? Map.of() : store.nodes(wanted);
        return path.stream().map(range -> range.hash(known)).toList();
    }

    /** PATH(m, D[n]) as ranges, the leaf's own sibling first. */
    private static List<TreeRange> siblings(long leaf, long size) {
        List<TreeRange> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + Long.highestOneBit(end - start - 1);
            if (leaf < middle) {
                path.addFirst(new TreeRange(middle, end));
                end = middle;
            } else {
                path.addFirst(new TreeRange(start, middle));
                start = middle;
            }
        }
        return path;
    }

    /** SUBPROOF(m, D[start:end], whole) as ranges. */
    private static void subProof(long m, long start, long end, boolean whole, List<TreeRange> path) {
        if (m == end - start) {
            if (!whole) {
                path.add(new TreeRange(start, end));
            }
            return;
        }
        long middle = Long.highestOneBit(end - start - 1);
        if (m <= middle) {
            subProof(m, start, start + middle, whole, path);
            path.add(new TreeRange(start + middle, end));
        } else {
            subProof(m - middle, start + middle, end, false, path);
            path.add(new TreeRange(start, start + middle));
        }
    }
}
