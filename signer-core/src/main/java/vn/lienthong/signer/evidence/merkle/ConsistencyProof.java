package vn.lienthong.signer.evidence.merkle;

import java.util.List;

/**
 * That a tree grew out of another by leaves at its end alone: nothing before was changed, moved or left out.
 *
 * @param firstSize leaves of the earlier tree; at least one
 * @param secondSize leaves of the later tree; no fewer
 * @param path the nodes out of which both roots are made
 */
public record ConsistencyProof(long firstSize, long secondSize, List<Sha256Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
        if (firstSize < 1 || secondSize < firstSize) {
            throw new IllegalArgumentException("a tree of " + secondSize + " does not grow out of one of " + firstSize);
        }
        if (path.size() > 64) {
            throw new IllegalArgumentException("no tree is so high");
        }
    }

    /**
     * Whether the tree with the second root grew out of the tree with the first. Two trees of one size are consistent if
     * they are one.
     *
     * <p>Source: RFC 9162 §2.1.4.2.
     */
    public boolean verify(Sha256Hash firstRoot, Sha256Hash secondRoot) {
        if (firstSize == secondSize) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (path.isEmpty()) {
            return false; // step 1
        }
        // step 2: a full tree is a node of the later one, and its hash is known
        boolean full = Long.bitCount(firstSize) == 1;
        Sha256Hash start = full ? firstRoot : path.getFirst();
        List<Sha256Hash> rest = full ? path : path.subList(1, path.size());
        int below = Long.numberOfTrailingZeros(firstSize);
        return climb(start, rest, (firstSize - 1) >> below, (secondSize - 1) >> below, firstRoot, secondRoot);
    }

    /** Steps 5 to 7: both roots, out of the node that they have in common and those beside the way up. */
    private static boolean climb(
            Sha256Hash start,
            List<Sha256Hash> rest,
            long first,
            long second,
            Sha256Hash firstRoot,
            Sha256Hash secondRoot) {
        long fn = first;
        long sn = second;
        Sha256Hash fr = start;
        Sha256Hash sr = start;
        for (Sha256Hash c : rest) {
            if (sn == 0) {
                return false; // step 6a: the path is longer than the tree is high
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleTree.nodeHash(c, fr);
                sr = MerkleTree.nodeHash(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = MerkleTree.nodeHash(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
    }
}
