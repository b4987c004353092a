package vn.lienthong.signer.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over a list of leaf hashes. Immutable and thread-safe; keeps every level, so that a proof costs
 * look-ups only: 64 octets a leaf.
 *
 * <p>Source: RFC 9162 §2.1.1.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};

    /** Level 0 are the leaves; a last node without a sibling is carried up unchanged. */
    private final List<List<Sha256Hash>> levels;

    private MerkleTree(List<List<Sha256Hash>> levels) {
        this.levels = levels;
    }

    /** HASH(0x00 || parts): what makes a leaf no node. */
    public static Sha256Hash leafHash(byte[]... parts) {
        byte[][] prefixed = new byte[parts.length + 1][];
        prefixed[0] = LEAF;
        System.arraycopy(parts, 0, prefixed, 1, parts.length);
        return Sha256Hash.over(prefixed);
    }

    static Sha256Hash nodeHash(Sha256Hash left, Sha256Hash right) {
        return Sha256Hash.over(NODE, left.toArray(), right.toArray());
    }

    /** The tree over these leaf hashes, in this order. */
    public static MerkleTree of(List<Sha256Hash> leafHashes) {
        List<List<Sha256Hash>> levels = new ArrayList<>();
        List<Sha256Hash> level = List.copyOf(leafHashes);
        levels.add(level);
        while (level.size() > 1) {
            level = parents(level);
            levels.add(level);
        }
        return new MerkleTree(List.copyOf(levels));
    }

    private static List<Sha256Hash> parents(List<Sha256Hash> level) {
        List<Sha256Hash> parents = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            parents.add(nodeHash(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            parents.add(level.get(level.size() - 1));
        }
        return List.copyOf(parents);
    }

    public int size() {
        return levels.get(0).size();
    }

    /** The root hash; of no leaves it is the hash of nothing. */
    public Sha256Hash root() {
        return size() == 0 ? Sha256Hash.over() : levels.get(levels.size() - 1).get(0);
    }

    /**
     * The way from the leaf to the root.
     *
     * <p>Source: RFC 9162 §2.1.3.1.
     *
     * @throws IllegalArgumentException if there is no such leaf
     */
    public InclusionProof inclusionProof(int leafIndex) {
        List<Sha256Hash> path = new ArrayList<>();
        int index = leafIndex;
        for (List<Sha256Hash> level : levels) {
            int sibling = index ^ 1;
            if (sibling < level.size() && level.size() > 1 && sibling >= 0) {
                path.add(level.get(sibling));
            }
            index >>= 1;
        }
        return new InclusionProof(leafIndex, size(), path);
    }

    /**
     * That this tree grew out of the one over its first {@code firstSize} leaves.
     *
     * <p>Source: RFC 9162 §2.1.4.1.
     *
     * @throws IllegalArgumentException if there is no such earlier tree
     */
    public ConsistencyProof consistencyProof(int firstSize) {
        if (firstSize < 1 || firstSize > size()) {
            throw new IllegalArgumentException("there was no tree of " + firstSize + " before one of " + size());
        }
        List<Sha256Hash> path = new ArrayList<>();
        subProof(firstSize, 0, size(), true, path);
        return new ConsistencyProof(firstSize, size(), path);
    }

    /** SUBPROOF(m, D[start:end], whole). */
    private void subProof(int m, int start, int end, boolean whole, List<Sha256Hash> path) {
        if (m == end - start) {
            if (!whole) {
                path.add(node(start, end));
            }
            return;
        }
        int k = Integer.highestOneBit(end - start - 1);
        if (m <= k) {
            subProof(m, start, start + k, whole, path);
            path.add(node(start + k, end));
        } else {
            subProof(m - k, start + k, end, false, path);
            path.add(node(start, start + k));
        }
    }

    /** The hash over those leaves, which a split of the whole tree made one subtree. */
    private Sha256Hash node(int start, int end) {
        int height = Integer.SIZE - Integer.numberOfLeadingZeros(end - start - 1);
        return levels.get(height).get(start >> height);
    }
}
