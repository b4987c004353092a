package vn.lienthong.signer.evidence.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.verify.HeadVerifier;
import vn.lienthong.signer.evidence.verify.HeadVerifier.HeadVerdict;
import vn.lienthong.signer.text.Text;

/**
 * Holds what a log shows now against what it has shown before, to this watcher and to others. It believes nobody: a head
 * counts if the log's key sealed it, and one follows another if proofs say so. Immutable and thread-safe.
 *
 * <p>Source: RFC 9162 §8.2 (monitoring), §8.3 (auditing).
 */
public final class LogWatch {
    private final HeadVerifier verifier;
    private final Duration staleAfter;

    /** @param staleAfter after which time without a new head the log is stale */
    public LogWatch(HeadVerifier verifier, Duration staleAfter) {
        this.verifier = verifier;
        this.staleAfter = staleAfter;
    }

    /**
     * What one look at the log finds.
     *
     * @param before what was seen last; empty for the first look
     * @param others heads that others were shown: out of evidence files, or of other watchers
     * @throws IOException if the log shows no head at all: nothing is found then. Once it has shown one, an answer that it keeps back
     *     hides nothing of what was found before
     */
    public WatchReport look(Optional<Seen> before, List<ShownHead> others, LogSource log, Instant now)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<KnownHead> newest = newest(before, log, findings);
        if (newest.isEmpty()) {
            return new WatchReport(findings, before);
        }
        KnownHead shown = newest.get();
        if (shown.genTime().plus(staleAfter).isBefore(now)) {
            findings.add(Finding.of(
                    WatchCode.STALE,
                    "đầu cây mới nhất có dấu thời gian " + shown.genTime(),
                    "the newest head is timestamped " + shown.genTime()));
        }
        Succession succession = new Succession(log, verifier, shown, findings);
        if (before.isPresent()) {
            Optional<KnownHead> known = known(before.get().head(), findings);
            if (known.isPresent()) {
                ask(findings, () -> succession.ofOwn(known.get(), before.get().at()));
            }
        }
        for (ShownHead other : others) {
            Optional<KnownHead> known = known(other, findings);
            if (known.isPresent()) {
                ask(findings, () -> succession.ofOther(known.get()));
            }
        }
        boolean right = findings.stream().allMatch(finding -> finding.code() == WatchCode.STALE);
        return new WatchReport(findings, right ? Optional.of(new Seen(shown.shown(), now)) : before);
    }

    /**
     * Whether heads, out of an evidence file, are in the log as it was watched: in the tree that the remembered head names.
     *
     * @throws IOException if the log cannot be asked for the proofs
     */
    public WatchReport contains(Seen seen, List<ShownHead> heads, LogSource log) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<KnownHead> remembered = known(seen.head(), findings);
        if (remembered.isEmpty()) {
            return new WatchReport(findings, Optional.of(seen));
        }
        Succession succession = new Succession(log, verifier, remembered.get(), findings);
        for (ShownHead head : heads) {
            Optional<KnownHead> known = known(head, findings);
            if (known.isPresent()
                    && known.get().head().batch() > remembered.get().head().batch()) {
                findings.add(Finding.of(
                        WatchCode.UNDECIDED,
                        "lô " + known.get().head().batch() + " mới hơn lần theo dõi cuối: hãy theo dõi lại",
                        "batch " + known.get().head().batch() + " is newer than the last look: watch again"));
            } else if (known.isPresent()) {
                succession.ofOther(known.get());
            }
        }
        return new WatchReport(findings, Optional.of(seen));
    }

    /** What is asked of the log. */
    private interface Question {
        void ask() throws IOException;
    }

    private static void ask(List<Finding> findings, Question question) {
        try {
            question.ask();
        } catch (IOException e) {
            findings.add(Finding.of(
                    WatchCode.UNDECIDED,
                    "nhật ký đưa đầu cây mới nhất nhưng không trả lời câu hỏi về nó: " + e.getMessage(),
                    "the log shows its newest head, and gives no answer to a question about it: " + e.getMessage()));
        }
    }

    private Optional<KnownHead> newest(Optional<Seen> before, LogSource log, List<Finding> findings)
            throws IOException {
        Optional<ShownHead> shown = log.newest();
        if (shown.isEmpty()) {
            findings.add(
                    before.isEmpty()
                            ? Finding.of(WatchCode.UNDECIDED, "nhật ký chưa có lô nào", "the log has no batch yet")
                            : Finding.of(
                                    WatchCode.ROLLED_BACK,
                                    "nhật ký không còn lô nào",
                                    "the log shows no head any more",
                                    before.get().head()));
            return Optional.empty();
        }
        return switch (verifier.verify(
                shown.get().sealed(), shown.get().certificates(), shown.get().crls())) {
            case HeadVerdict.Refused refused -> {
                findings.add(new Finding(WatchCode.NOT_SEALED, KnownHead.why(refused.reason()), List.of(shown.get())));
                yield Optional.empty();
            }
            case HeadVerdict.Undecided open -> {
                findings.add(new Finding(WatchCode.UNDECIDED, KnownHead.why(open.open()), List.of()));
                yield Optional.of(new KnownHead(shown.get(), open.head(), open.genTime()));
            }
            case HeadVerdict.Sealed sealed -> Optional.of(new KnownHead(shown.get(), sealed.head(), sealed.genTime()));
        };
    }

    /** Of others, what no key of the log sealed accuses nobody: anybody could have made it. */
    private Optional<KnownHead> known(ShownHead shown, List<Finding> findings) {
        return switch (verifier.verify(shown.sealed(), shown.certificates(), shown.crls())) {
            case HeadVerdict.Refused refused -> {
                Text detail = new Text("đầu cây được đưa vào không dùng được", "a head that was given is of no use");
                findings.add(new Finding(
                        WatchCode.UNDECIDED,
                        new Text(
                                detail.vi() + ": "
                                        + KnownHead.why(refused.reason()).vi(),
                                detail.en() + ": "
                                        + KnownHead.why(refused.reason()).en()),
                        List.of()));
                yield Optional.empty();
            }
            case HeadVerdict.Undecided open -> Optional.of(new KnownHead(shown, open.head(), open.genTime()));
            case HeadVerdict.Sealed sealed -> Optional.of(new KnownHead(shown, sealed.head(), sealed.genTime()));
        };
    }
}
