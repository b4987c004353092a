package vn.lienthong.signer.evidence.verify;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.verify.Check.Result;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.TrustAnchors;

/** Judges one sealed head by itself, as it stands in an evidence file or as a log shows it. Immutable and thread-safe. */
public final class HeadVerifier {
    private final TrustAnchors anchors;
    private final LogId log;
    private final List<X509CRL> besides;

    /** @param besides revocation lists that are known besides those that come with the heads */
    public HeadVerifier(TrustAnchors anchors, LogId log, Collection<X509CRL> besides) {
        this.anchors = anchors;
        this.log = log;
        this.besides = List.copyOf(besides);
    }

    /** How a head was judged. */
    public sealed interface HeadVerdict {

        /** It is a head of the log, sealed by the log's key and timestamped. */
        record Sealed(TreeHead head, Instant genTime) implements HeadVerdict {}

        /** Nothing is wrong, but how a certificate stood is not known. */
        record Undecided(TreeHead head, Instant genTime, Check open) implements HeadVerdict {}

        /** It is none. */
        record Refused(Check reason) implements HeadVerdict {}
    }

    public HeadVerdict verify(SealedHead sealed, Collection<X509Certificate> certificates, Collection<X509CRL> lists) {
        TreeHead head;
        try {
            head = TreeHead.parse(sealed.head());
        } catch (MalformedEvidenceException e) {
            return new HeadVerdict.Refused(Check.failed(
                    CheckCode.HEAD_FORM,
                    Check.WHOLE_FILE,
                    new Text("đầu cây băm sai định dạng", "the head is malformed")
                            .with(String.valueOf(e.getMessage()))));
        }
        Checks checks = new Checks();
        Set<X509Certificate> known = new HashSet<>(certificates);
        known.addAll(anchors.certificates());
        Optional<HeadCheck.ProvenHead> proven = new HeadCheck(
                        log, anchors, known, new RevocationLists(lists, besides), checks)
                .check(head.batch(), sealed);
        Optional<Check> failed = first(checks, Result.FAILED);
        if (failed.isPresent() || proven.isEmpty()) {
            return new HeadVerdict.Refused(failed.orElseThrow());
        }
        Instant genTime = proven.get().genTime();
        return first(checks, Result.UNDECIDED)
                .<HeadVerdict>map(open -> new HeadVerdict.Undecided(head, genTime, open))
                .orElseGet(() -> new HeadVerdict.Sealed(head, genTime));
    }

    private static Optional<Check> first(Checks checks, Result result) {
        return checks.made().stream().filter(check -> check.result() == result).findFirst();
    }
}
