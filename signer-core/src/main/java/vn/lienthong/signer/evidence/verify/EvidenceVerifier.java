package vn.lienthong.signer.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.EvidenceReport.Proven;
import vn.lienthong.signer.evidence.verify.EvidenceReport.ProvenEvent;
import vn.lienthong.signer.evidence.verify.HeadCheck.ProvenHead;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Judges evidence files with nothing but the file and the trust anchors. Immutable and thread-safe.
 */
public final class EvidenceVerifier {
    private final TrustAnchors anchors;

    public EvidenceVerifier(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /**
     * The report on the file.
     *
     * @param content digest of the document that the evidence is held to be about, if there is one to compare
     * @throws IOException if the file cannot be read at all; a malformed one is a report
     */
    public EvidenceReport verify(Path file, Optional<ContentDigest> content) throws IOException {
        try {
            return verify(EvidenceReader.read(file), content);
        } catch (MalformedEvidenceException e) {
            Text detail = new Text("tệp sai định dạng", "the file is malformed").with(String.valueOf(e.getMessage()));
            return new EvidenceReport(List.of(Check.failed(CheckCode.STRUCTURE, "", detail)), Optional.empty());
        }
    }

    private EvidenceReport verify(EvidenceFile file, Optional<ContentDigest> content)
            throws MalformedEvidenceException {
        Checks checks = new Checks();
        CertificatePool pool = CertificatePool.of(file, anchors);
        structure(file, pool, checks);
        HeadCheck headCheck = new HeadCheck(anchors, pool, new RevocationLists(file.crls()), checks);
        Map<Long, ProvenHead> heads = new HashMap<>();
        for (Map.Entry<Long, SealedHead> head : file.heads().entrySet()) {
            headCheck.check(head.getKey(), head.getValue()).ifPresent(proven -> heads.put(head.getKey(), proven));
        }
        links(file.heads(), heads, checks);
        EntryCheck entryCheck = new EntryCheck(file.dispatch(), heads, checks);
        List<ProvenEvent> events = new ArrayList<>();
        for (ProvenEntry entry : file.entries()) {
            entryCheck.check(entry).ifPresent(events::add);
        }
        acceptance(file, events, checks);
        content.ifPresent(digest -> checks.that(
                digest.equals(file.dispatch().content()),
                CheckCode.CONTENT,
                "",
                "nội dung tệp khác với văn bản đã ghi nhận",
                "the file's content differs from the recorded dispatch"));
        return new EvidenceReport(
                checks.made(), checks.noneFailed() ? Optional.of(new Proven(events)) : Optional.empty());
    }

    private static void structure(EvidenceFile file, CertificatePool pool, Checks checks) {
        boolean ordered = !file.entries().isEmpty();
        for (int i = 1; i < file.entries().size(); i++) {
            ordered &= file.entries().get(i - 1).entry().sequence()
                    < file.entries().get(i).entry().sequence();
        }
        boolean exactHeads = file.heads()
                .keySet()
                .equals(file.entries().stream().map(ProvenEntry::batch).collect(java.util.stream.Collectors.toSet()));
        checks.that(
                ordered && exactHeads,
                CheckCode.STRUCTURE,
                "",
                "các mục không theo thứ tự, hoặc thừa thiếu đầu cây băm",
                "entries are out of order, or heads are missing or too many");
        checks.that(
                pool.explains(file),
                CheckCode.STRUCTURE,
                "certificates",
                "có chứng thư số hoặc danh sách thu hồi bị hỏng hay không rõ nguồn gốc",
                "a certificate or revocation list is damaged or of unknown origin");
    }

    private static void links(SortedMap<Long, SealedHead> sealed, Map<Long, ProvenHead> heads, Checks checks) {
        TreeHead before = null;
        for (Map.Entry<Long, SealedHead> next : sealed.entrySet()) {
            ProvenHead proven = heads.get(next.getKey());
            if (proven == null) {
                return; // said already: a head that failed links nothing
            }
            if (before != null) {
                checks.that(
                        follows(before, proven.head()),
                        CheckCode.HEAD_LINK,
                        "lô/batch " + next.getKey(),
                        "đầu cây băm không nối tiếp đầu cây băm trước",
                        "the head does not follow the one before");
            }
            before = proven.head();
        }
    }

    private static boolean follows(TreeHead before, TreeHead head) {
        if (!before.logId().equals(head.logId()) || head.firstSequence() <= before.lastSequence()) {
            return false;
        }
        boolean next = head.batch() == before.batch() + 1;
        return !next
                || (head.previousHeadHash()
                                .equals(Sha256Hash.over(before.toBytes().toArray()))
                        && head.firstSequence() == before.lastSequence() + 1
                        && head.previousChainHash().equals(before.chainHash()));
    }

    /** Dispatch and envelope stand outside the hashed entries for the reader's comfort: they must repeat the acceptance. */
    private static void acceptance(EvidenceFile file, List<ProvenEvent> events, Checks checks) {
        List<ProvenEvent> acceptances = events.stream()
                .filter(event -> event.entry().type().equals(EntryType.DISPATCH_ACCEPTED))
                .toList();
        boolean repeats = acceptances.size() == 1
                && acceptances.getFirst().equals(events.getFirst())
                && acceptances.getFirst().entry().dispatch().equals(Optional.of(file.dispatch()))
                && acceptances.getFirst().entry().envelope().equals(Optional.of(file.envelope()));
        checks.that(
                repeats,
                CheckCode.ACCEPTANCE,
                "",
                "thông tin văn bản không khớp mục tiếp nhận, hoặc không có đúng một mục tiếp nhận",
                "the description differs from the acceptance entry, or there is not exactly one");
    }
}
