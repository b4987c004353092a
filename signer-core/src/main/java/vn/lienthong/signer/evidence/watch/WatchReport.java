package vn.lienthong.signer.evidence.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a watcher found in one look.
 *
 * @param findings all of them; none where the log is consistent
 * @param seen what is to be remembered: the newest head if nothing speaks against it, or else what was remembered before
 */
public record WatchReport(List<Finding> findings, Optional<Seen> seen) {
    public WatchReport {
        findings = List.copyOf(findings);
    }

    /** The worst of the findings. */
    public WatchCode conclusion() {
        return findings.stream()
                .map(Finding::code)
                .max(Comparator.naturalOrder())
                .orElse(WatchCode.CONSISTENT);
    }
}
