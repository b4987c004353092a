package vn.lienthong.signer.evidence.watch;

import vn.lienthong.signer.evidence.TreeHead;

/** Two heads of one batch, both sealed by the log's key: what they tell of what was done to it. */
final class ChangedBatch {
    private ChangedBatch() {}

    /** Named by the batch itself where only that differs, and by all before it where the difference lies there. */
    static Finding finding(KnownHead seen, KnownHead now) {
        TreeHead was = seen.head();
        TreeHead is = now.head();
        boolean sameBefore = was.previousHeadHash().equals(is.previousHeadHash())
                && was.previousChainHash().equals(is.previousChainHash())
                && was.firstSequence() == is.firstSequence();
        WatchCode code;
        if (!sameBefore || was.rootHash().equals(is.rootHash())) {
            code = WatchCode.HISTORY_REBUILT;
        } else if (was.treeSize() == is.treeSize()) {
            code = WatchCode.ENTRY_REWRITTEN;
        } else {
            code = is.treeSize() < was.treeSize() ? WatchCode.ENTRY_DROPPED : WatchCode.ENTRY_INSERTED;
        }
        return Finding.of(
                code,
                "lô " + was.batch() + " có " + was.treeSize() + " mục, gốc " + was.rootHash() + "; nay có "
                        + is.treeSize() + " mục, gốc " + is.rootHash(),
                "batch " + was.batch() + " had " + was.treeSize() + " entries and the root " + was.rootHash()
                        + "; now it has " + is.treeSize() + " and the root " + is.rootHash(),
                seen.shown(),
                now.shown());
    }
}
