package vn.lienthong.signer.evidence.merkle;

import java.util.Iterator;
import java.util.List;

/**
 * The siblings on the way from one leaf up to the root.
 *
 * @param leafIndex from 0
 * @param treeSize leaves in the tree; more than {@code leafIndex}
 * @param path sibling hashes, the leaf's own sibling first
 */
public record InclusionProof(long leafIndex, long treeSize, List<Sha256Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
        if (leafIndex < 0 || leafIndex >= treeSize) {
            throw new IllegalArgumentException("leaf " + leafIndex + " is not in a tree of " + treeSize);
        }
        if (path.size() > 63) {
            throw new IllegalArgumentException("no tree is 64 levels high");
        }
    }

    /**
     * Whether the leaf stands at {@code leafIndex} of the tree with {@code treeSize} leaves and this root.
     *
     * <p>Source: RFC 9162 §2.1.3.2.
     */
    public boolean verify(Sha256Hash leafHash, Sha256Hash rootHash) {
        long fn = leafIndex;
        long sn = treeSize - 1;
        Sha256Hash r = leafHash;
        for (Iterator<Sha256Hash> siblings = path.iterator(); siblings.hasNext(); ) {
            Sha256Hash p = siblings.next();
            if (sn == 0) {
                return false; // step 4a: the path is longer than the tree is high
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.nodeHash(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleTree.nodeHash(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(rootHash);
    }
}
