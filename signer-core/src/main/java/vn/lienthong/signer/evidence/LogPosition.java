package vn.lienthong.signer.evidence;

import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * Where the log stands after a sealed batch.
 *
 * @param batch number of that batch; 0 before the first
 * @param sequence its last entry; 0 before the first
 * @param chainHash leaf hash of that entry
 * @param headHash SHA-256 of that batch's tree head
 */
public record LogPosition(long batch, long sequence, Sha256Hash chainHash, Sha256Hash headHash) {
    /** Before the first batch. */
    public static final LogPosition START = new LogPosition(0, 0, Sha256Hash.ZERO, Sha256Hash.ZERO);

    /** Where the log stands after the batch with this head. */
    public static LogPosition after(TreeHead head) {
        return new LogPosition(
                head.batch(),
                head.lastSequence(),
                head.chainHash(),
                Sha256Hash.over(head.toBytes().toArray()));
    }
}
