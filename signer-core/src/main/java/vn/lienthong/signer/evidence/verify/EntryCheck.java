package vn.lienthong.signer.evidence.verify;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.HeadCheck.ProvenHead;
import vn.lienthong.signer.text.Text;

/** Entries in their sequence: form, dispatch, place in a proven tree and so in the chain, time. */
final class EntryCheck {
    private final DispatchReference dispatch;
    private final Map<Long, ProvenHead> heads;
    private final Checks checks;
    /** The last entry that was found in its tree. */
    private @Nullable ChainedEntry before;

    EntryCheck(DispatchReference dispatch, Map<Long, ProvenHead> heads, Checks checks) {
        this.dispatch = dispatch;
        this.heads = heads;
        this.checks = checks;
    }

    Optional<Proven.Event> check(ProvenEntry proven) {
        Text subject = Check.entry(proven.entry().sequence());
        Optional<AuditEntry> body = parse(proven, subject);
        ProvenHead head = heads.get(proven.batch());
        boolean included = head != null && isIncluded(proven, head.head());
        checks.that(
                included,
                CheckCode.ENTRY_INCLUDED,
                subject,
                "mục không nằm trong cây băm đã ký, hoặc đã bị sửa",
                "the entry is in no proven tree, or was changed");
        if (head == null || body.isEmpty() || !included) {
            return Optional.empty();
        }
        boolean follows = before == null
                || proven.entry().sequence() != before.sequence() + 1
                || proven.entry().previousHash().equals(before.leafHash());
        before = proven.entry();
        checks.that(
                follows && hasItsPlace(proven, head.head()),
                CheckCode.ENTRY_PLACE,
                subject,
                "số thứ tự hoặc liên kết chuỗi không khớp đầu cây băm",
                "sequence or link do not fit the head");
        checks.that(
                !body.get().at().isAfter(head.genTime().plus(HeadCheck.CLOCK_SKEW)),
                CheckCode.ENTRY_TIME,
                subject,
                "mục ghi thời điểm sau dấu thời gian",
                "the entry claims a time after its timestamp");
        checks.that(
                body.get().dispatch().filter(dispatch::equals).isPresent(),
                CheckCode.ENTRY_ABOUT_DISPATCH,
                subject,
                "mục nói về văn bản khác",
                "the entry is about another dispatch");
        return Optional.of(new Proven.Event(proven.entry().sequence(), body.get(), head.genTime()));
    }

    private Optional<AuditEntry> parse(ProvenEntry proven, Text subject) {
        try {
            AuditEntry body = AuditEntry.parse(proven.entry().entry());
            checks.that(true, CheckCode.ENTRY_FORM, subject, "", "");
            return Optional.of(body);
        } catch (MalformedEvidenceException e) {
            checks.add(Check.failed(
                    CheckCode.ENTRY_FORM,
                    subject,
                    new Text("mục sai định dạng", "the entry is malformed").with(String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    private static boolean isIncluded(ProvenEntry proven, TreeHead head) {
        return proven.proof().treeSize() == head.treeSize()
                && proven.proof().verify(proven.entry().leafHash(), head.rootHash());
    }

    /** The leaf's index is proven by its path, the first sequence by the seal: together they fix the sequence. */
    private static boolean hasItsPlace(ProvenEntry proven, TreeHead head) {
        long index = proven.proof().leafIndex();
        Sha256Hash leaf = proven.entry().leafHash();
        return proven.entry().sequence() == head.firstSequence() + index
                && (index != 0 || proven.entry().previousHash().equals(head.previousChainHash()))
                && (index != head.treeSize() - 1 || leaf.equals(head.chainHash()));
    }
}
