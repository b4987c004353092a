package vn.lienthong.signer.evidence.merkle;

/**
 * The place of a full subtree in any tree that is large enough to hold it: its hash is the same in all of them.
 *
 * @param level 0 for a leaf; the subtree has 2^level leaves
 * @param index its place on that level, from 0: its first leaf is {@code index * 2^level}
 */
public record NodeId(int level, long index) {
    public NodeId {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("no tree has a node at level " + level + ", index " + index);
        }
    }
}
