package vn.lienthong.signer.evidence.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.AuditEntry;

/**
 * What the verifier found.
 *
 * @param checks in the order in which they were made; at least one
 * @param proven what is proven; empty unless no check failed, so that nobody is shown what nothing proves
 */
public record EvidenceReport(List<Check> checks, Optional<Proven> proven) {
    public EvidenceReport {
        checks = List.copyOf(checks);
    }

    /** Whether every check that the file must pass was passed. */
    public boolean holds() {
        return proven.isPresent();
    }

    /**
     * The entries of a file that holds.
     *
     * @param entries in sequence; the first is the acceptance
     */
    public record Proven(List<ProvenEvent> entries) {
        public Proven {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry and the time before which it existed.
     *
     * @param provenBefore genTime of the timestamp over its batch
     */
    public record ProvenEvent(long sequence, AuditEntry entry, Instant provenBefore) {}
}
