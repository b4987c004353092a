package vn.lienthong.signer.evidence.verify;

import java.util.Map;
import java.util.SortedMap;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.HeadCheck.ProvenHead;
import vn.lienthong.signer.text.Text;

/** Whether the heads of one file can be heads of one log: numbers, hashes and times follow one another. */
final class HeadLinks {
    private HeadLinks() {}

    static void check(SortedMap<Long, SealedHead> sealed, Map<Long, ProvenHead> heads, Checks checks) {
        ProvenHead before = null;
        for (Map.Entry<Long, SealedHead> next : sealed.entrySet()) {
            ProvenHead head = heads.get(next.getKey());
            if (head == null) {
                return; // said already: a head that failed links nothing
            }
            Text subject = Check.batch(next.getKey());
            checks.that(
                    before == null ? canStand(head.head()) : follows(before.head(), head.head()),
                    CheckCode.HEAD_LINK,
                    subject,
                    "đầu cây băm không nối tiếp đầu cây băm trước",
                    "the head does not follow the one before");
            if (before != null) {
                checks.that(
                        isLater(before, head),
                        CheckCode.HEAD_TIME,
                        subject,
                        "dấu thời gian sớm hơn dấu thời gian của lô trước",
                        "its timestamp is older than that of the batch before");
            }
            before = head;
        }
    }

    /** Every batch before holds an entry at least; the first has nothing before it. */
    private static boolean canStand(TreeHead head) {
        return head.batch() == 1
                ? head.firstSequence() == 1
                        && head.previousChainHash().equals(Sha256Hash.ZERO)
                        && head.previousHeadHash().equals(Sha256Hash.ZERO)
                        && head.logRoot().map(CompactTree.EMPTY.root()::equals).orElse(true)
                : head.firstSequence() >= head.batch();
    }

    private static boolean follows(TreeHead before, TreeHead head) {
        long batchesBetween = head.batch() - before.batch() - 1;
        long entriesBetween = head.firstSequence() - before.lastSequence() - 1;
        if (!before.logId().equals(head.logId()) || entriesBetween < batchesBetween) {
            return false;
        }
        if (before.logRoot().isPresent() && head.logRoot().isEmpty()) {
            return false; // a log that has a tree does not go back to one without
        }
        if (before.batch() == 1
                && head.batch() == 2
                && head.logRoot().isPresent()
                && !head.logRoot().get().equals(before.leafHash())) {
            return false; // the one root that the file itself decides: a tree of one leaf
        }
        return batchesBetween > 0
                || (entriesBetween == 0
                        && head.previousChainHash().equals(before.chainHash())
                        && head.previousHeadHash()
                                .equals(Sha256Hash.over(before.toBytes().toArray())));
    }

    private static boolean isLater(ProvenHead before, ProvenHead head) {
        return !head.genTime().plus(HeadCheck.CLOCK_SKEW).isBefore(before.genTime());
    }
}
