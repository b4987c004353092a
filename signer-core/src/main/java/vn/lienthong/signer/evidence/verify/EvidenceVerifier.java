package vn.lienthong.signer.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.verify.HeadCheck.ProvenHead;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Judges evidence files with nothing but the file and the trust anchors. Immutable and thread-safe.
 */
public final class EvidenceVerifier {
    private final TrustAnchors anchors;
    private final Optional<LogId> expected;
    private final List<X509CRL> crls;

    /**
     * A verifier that trusts no certificate but the anchors.
     *
     * @param expected the log that the evidence has to come from; if empty, the report says which it is
     * @param crls revocation lists that are known besides those in the files
     */
    public EvidenceVerifier(TrustAnchors anchors, Optional<LogId> expected, List<X509CRL> crls) {
        this.anchors = anchors;
        this.expected = expected;
        this.crls = List.copyOf(crls);
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
            return new EvidenceReport(
                    List.of(Check.failed(CheckCode.STRUCTURE, Check.WHOLE_FILE, detail)), Optional.empty());
        }
    }

    private EvidenceReport verify(EvidenceFile file, Optional<ContentDigest> content) {
        Checks checks = new Checks();
        Set<X509Certificate> known = new HashSet<>(file.certificates());
        known.addAll(anchors.certificates());
        structure(file, checks);
        expected.ifPresent(log -> checks.that(
                log.equals(file.log()),
                CheckCode.LOG_NAME,
                Check.WHOLE_FILE,
                "tệp thuộc nhật ký khác: " + file.log().value(),
                "the file is of another log: " + file.log().value()));
        HeadCheck headCheck = new HeadCheck(file.log(), anchors, known, new RevocationLists(file.crls(), crls), checks);
        Map<Long, ProvenHead> heads = new HashMap<>();
        for (Map.Entry<Long, SealedHead> head : file.heads().entrySet()) {
            headCheck.check(head.getKey(), head.getValue()).ifPresent(proven -> heads.put(head.getKey(), proven));
        }
        if (checks.noneFailed()) {
            // after a failure there may be no path, and so no telling what it would have used
            checks.that(
                    headCheck.used().isAllOf(file, anchors),
                    CheckCode.STRUCTURE,
                    new Text("chứng thư số", "certificates"),
                    "thiếu chứng thư số, hoặc có chứng thư số hay danh sách thu hồi bị hỏng hoặc không cần đến",
                    "a certificate is missing, or one or a revocation list is damaged or not needed");
        }
        HeadLinks.check(file.heads(), heads, checks);
        EntryCheck entryCheck = new EntryCheck(file.dispatch(), heads, checks);
        List<Proven.Event> events = new ArrayList<>();
        for (ProvenEntry entry : file.entries()) {
            entryCheck.check(entry).ifPresent(events::add);
        }
        acceptance(file, events, checks);
        content.ifPresent(digest -> checks.that(
                digest.equals(file.dispatch().content()),
                CheckCode.CONTENT,
                Check.WHOLE_FILE,
                "nội dung tệp khác với văn bản đã ghi nhận",
                "the file's content differs from the recorded dispatch"));
        return new EvidenceReport(
                checks.made(),
                checks.allPassed() ? Optional.of(new Proven(file.log(), file.envelope(), events)) : Optional.empty());
    }

    private static void structure(EvidenceFile file, Checks checks) {
        boolean ordered = !file.entries().isEmpty();
        for (int i = 1; i < file.entries().size(); i++) {
            ordered &= file.entries().get(i - 1).entry().sequence()
                    < file.entries().get(i).entry().sequence();
        }
        boolean exactHeads = file.heads()
                .keySet()
                .equals(file.entries().stream().map(ProvenEntry::batch).collect(Collectors.toSet()));
        checks.that(
                ordered && exactHeads,
                CheckCode.STRUCTURE,
                Check.WHOLE_FILE,
                "các mục không theo thứ tự, hoặc thừa thiếu đầu cây băm",
                "entries are out of order, or heads are missing or too many");
    }

    /** Dispatch and envelope stand outside the hashed entries for the reader's comfort: they must repeat the acceptance. */
    private static void acceptance(EvidenceFile file, List<Proven.Event> events, Checks checks) {
        List<Proven.Event> acceptances = events.stream()
                .filter(event -> event.entry().type().equals(EntryType.DISPATCH_ACCEPTED))
                .toList();
        boolean repeats = acceptances.size() == 1
                && acceptances.getFirst().equals(events.getFirst())
                && acceptances.getFirst().entry().dispatch().equals(Optional.of(file.dispatch()))
                && acceptances.getFirst().entry().envelope().equals(Optional.of(file.envelope()));
        checks.that(
                repeats,
                CheckCode.ACCEPTANCE,
                Check.WHOLE_FILE,
                "thông tin văn bản không khớp mục tiếp nhận, hoặc không có đúng một mục tiếp nhận",
                "the description differs from the acceptance entry, or there is not exactly one");
    }
}
