package vn.lienthong.signer.evidence.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.HeadVerifier;
import vn.lienthong.signer.evidence.verify.HeadVerifier.HeadVerdict;

/** Whether the newest head of a log follows others that it has shown; of one look. */
final class Succession {
    /** How far the clocks of time-stamping authorities may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** How far the watcher's own clock may be wrong, and a batch may wait between its timestamp and its showing. */
    private static final Duration OWN_CLOCK_SKEW = Duration.ofMinutes(10);

    private final LogSource log;
    private final HeadVerifier verifier;
    private final KnownHead newest;
    private final List<Finding> findings;

    Succession(LogSource log, HeadVerifier verifier, KnownHead newest, List<Finding> findings) {
        this.log = log;
        this.verifier = verifier;
        this.newest = newest;
        this.findings = findings;
    }

    /** Of a head that this watcher saw: what is wrong is told apart as far as heads tell it. */
    void ofOwn(KnownHead seen, Instant at) throws IOException {
        long batch = seen.head().batch();
        if (newest.head().batch() < batch) {
            rolledBack(seen, "trước đây nhật ký đã có lô " + batch, "batch " + batch + " was shown before");
            return;
        }
        times(seen);
        if (newest.head().batch() > batch && newest.genTime().isBefore(at.minus(OWN_CLOCK_SKEW))) {
            backDated(
                    seen,
                    "lô mới xuất hiện sau " + at + " nhưng có dấu thời gian " + newest.genTime(),
                    "a batch that was not there at " + at + " is timestamped " + newest.genTime());
        }
        Optional<KnownHead> again = again(batch);
        if (again.isPresent() && !again.get().head().equals(seen.head())) {
            findings.add(ChangedBatch.finding(seen, again.get()));
        } else if (again.isPresent()
                && !again.get().shown().sealed().equals(seen.shown().sealed())) {
            findings.add(Finding.of(
                    WatchCode.RESEALED,
                    "lô " + batch + " mang niêm phong hoặc dấu thời gian khác trước",
                    "batch " + batch + " has another seal or timestamp than before",
                    seen.shown(),
                    again.get().shown()));
        } else if (again.isEmpty() || !isContained(seen)) {
            findings.add(Finding.of(
                    WatchCode.HISTORY_REBUILT,
                    "cây của nhật ký không chứa lô " + batch + " đã thấy",
                    "the log's tree does not hold batch " + batch + " as it was seen",
                    seen.shown(),
                    newest.shown()));
        }
    }

    /** Of a head that another was shown: the log may not contradict it, in whatever way. */
    void ofOther(KnownHead other) throws IOException {
        long batch = other.head().batch();
        if (newest.head().batch() < batch) {
            rolledBack(other, "người khác đã được thấy lô " + batch, "batch " + batch + " was shown to somebody else");
            return;
        }
        times(other);
        boolean same = newest.head().batch() == batch ? newest.head().equals(other.head()) : isContained(other);
        if (!same) {
            findings.add(Finding.of(
                    WatchCode.FORKED,
                    "người khác được thấy lô " + batch + " với nội dung khác",
                    "somebody else was shown another batch " + batch,
                    other.shown(),
                    newest.shown()));
        }
    }

    /** The head of that batch as it is shown now; empty if it is not, or nobody sealed it. */
    private Optional<KnownHead> again(long batch) throws IOException {
        if (newest.head().batch() == batch) {
            return Optional.of(newest);
        }
        Optional<ShownHead> shown = log.head(batch);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return switch (verifier.verify(
                shown.get().sealed(), shown.get().certificates(), shown.get().crls())) {
            case HeadVerdict.Refused refused -> Optional.empty();
            case HeadVerdict.Undecided open
            when open.head().batch() == batch -> Optional.of(new KnownHead(shown.get(), open.head(), open.genTime()));
            case HeadVerdict.Sealed sealed
            when sealed.head().batch() == batch ->
                Optional.of(new KnownHead(shown.get(), sealed.head(), sealed.genTime()));
            case HeadVerdict.Undecided other -> Optional.empty();
            case HeadVerdict.Sealed other -> Optional.empty();
        };
    }

    /** By both proofs: that the head is a leaf, and that the tree which it names was the beginning of this one. */
    private boolean isContained(KnownHead earlier) throws IOException {
        if (newest.head().batch() == earlier.head().batch()) {
            return newest.head().equals(earlier.head());
        }
        Optional<Sha256Hash> root = newest.head().logRoot();
        if (root.isEmpty()) {
            if (earlier.head().logRoot().isEmpty()) {
                findings.add(Finding.of(
                        WatchCode.UNDECIDED,
                        "nhật ký chưa có cây chung: chưa thể kiểm tra tính nhất quán",
                        "the log has no tree yet by which its consistency could be told"));
            }
            return earlier.head().logRoot().isEmpty();
        }
        long size = newest.head().logSize();
        boolean included = log.inclusion(earlier.head().batch(), size)
                .filter(proof -> proof.verify(earlier.head().leafHash(), root.get()))
                .isPresent();
        if (!included || earlier.head().logRoot().isEmpty() || earlier.head().logSize() == 0) {
            return included;
        }
        return log.consistency(earlier.head().logSize(), size)
                .filter(proof -> proof.verify(earlier.head().logRoot().get(), root.get()))
                .isPresent();
    }

    private void times(KnownHead earlier) {
        boolean later = newest.head().batch() > earlier.head().batch();
        if (later
                && (newest.genTime().plus(CLOCK_SKEW).isBefore(earlier.genTime())
                        || newest.head()
                                .time()
                                .plus(CLOCK_SKEW)
                                .isBefore(earlier.head().time()))) {
            backDated(
                    earlier,
                    "lô " + newest.head().batch() + " có thời gian trước lô "
                            + earlier.head().batch(),
                    "batch " + newest.head().batch() + " is older than batch "
                            + earlier.head().batch());
        }
    }

    private void backDated(KnownHead earlier, String vi, String en) {
        findings.add(Finding.of(WatchCode.BACK_DATED, vi, en, earlier.shown(), newest.shown()));
    }

    private void rolledBack(KnownHead earlier, String vi, String en) {
        findings.add(Finding.of(
                WatchCode.ROLLED_BACK,
                vi + "; nay chỉ đến lô " + newest.head().batch(),
                en + "; now there are " + newest.head().batch(),
                earlier.shown(),
                newest.shown()));
    }
}
