package vn.lienthong.signer.evidence;

import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * Where the log stands after a sealed batch.
 *
 * @param batch number of that batch; 0 before the first
 * @param sequence its last entry; 0 before the first
 * @param chainHash leaf hash of that entry
 * @param headHash SHA-256 of that batch's tree head
 * @param logRoot root of the tree over all heads so far, that batch's among them
 */
public record LogPosition(long batch, long sequence, Sha256Hash chainHash, Sha256Hash headHash, Sha256Hash logRoot) {
    /** Before the first batch. */
    public static final LogPosition START =
            new LogPosition(0, 0, Sha256Hash.ZERO, Sha256Hash.ZERO, CompactTree.EMPTY.root());

    /**
     * Where the log stands after the batch with this head.
     *
     * @param log the tree over all heads up to this one
     * @throws IllegalArgumentException if the tree is of another size
     */
    public static LogPosition after(TreeHead head, CompactTree log) {
        if (log.size() != head.batch()) {
            throw new IllegalArgumentException(
                    "after batch " + head.batch() + " the tree has not " + log.size() + " leaves");
        }
        return new LogPosition(
                head.batch(),
                head.lastSequence(),
                head.chainHash(),
                Sha256Hash.over(head.toBytes().toArray()),
                log.root());
    }
}
