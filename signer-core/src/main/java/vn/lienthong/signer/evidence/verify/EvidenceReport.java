package vn.lienthong.signer.evidence.verify;

import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.verify.Check.Result;

/**
 * What the verifier found.
 *
 * @param checks in the order in which they were made; at least one
 * @param proven what is proven; empty unless every check was passed, so that nobody is shown what nothing proves
 */
public record EvidenceReport(List<Check> checks, Optional<Proven> proven) {
    public EvidenceReport {
        checks = List.copyOf(checks);
    }

    /** The answer to "does this file prove it?". */
    public enum Conclusion {
        VALID,
        NOT_VALID,
        /** It proves something, and all of it holds, but not about the document that it was held against. */
        OTHER_DOCUMENT,
        /** Nothing speaks against it, but something that would decide it is missing. Not a yes. */
        UNDECIDED
    }

    public Conclusion conclusion() {
        if (proven.isPresent()) {
            return Conclusion.VALID;
        }
        List<Check> open =
                checks.stream().filter(check -> check.result() != Result.PASSED).toList();
        if (open.stream().allMatch(check -> check.code() == CheckCode.CONTENT)) {
            return Conclusion.OTHER_DOCUMENT;
        }
        return open.stream().anyMatch(check -> check.result() == Result.FAILED)
                ? Conclusion.NOT_VALID
                : Conclusion.UNDECIDED;
    }

    /** Whether every check was passed. */
    public boolean holds() {
        return conclusion() == Conclusion.VALID;
    }
}
