package vn.lienthong.signer.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 9162 §2.1 word for word: slow, and without anything kept that could be wrong. */
final class NaiveTree {
    private NaiveTree() {}

    /** MTH(D[n]), of leaves that are hashed already. */
    static Sha256Hash root(List<Sha256Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return MerkleTree.nodeHash(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PROOF(m, D[n]). */
    static List<Sha256Hash> proof(int m, List<Sha256Hash> leaves) {
        return subProof(m, leaves, true);
    }

    private static List<Sha256Hash> subProof(int m, List<Sha256Hash> leaves, boolean complete) {
        int n = leaves.size();
        if (m == n) {
            return complete ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        List<Sha256Hash> left = leaves.subList(0, k);
        List<Sha256Hash> right = leaves.subList(k, n);
        List<Sha256Hash> proof = new ArrayList<>(m <= k ? subProof(m, left, complete) : subProof(m - k, right, false));
        proof.add(root(m <= k ? right : left));
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
