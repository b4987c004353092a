package vn.lienthong.signer.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * One line of the audit log: who did what, to which dispatch, with which outcome. Never a payload, PIN or secret.
 *
 * @param outcome a stable code, {@code OK} for success
 * @param correlationId ties the entry to the request's log line
 * @param dispatch empty for entries that are about none
 * @param envelope present in {@link EntryType#DISPATCH_ACCEPTED} only
 * @param details further fields of the type; short texts
 */
public record AuditEntry(
        EntryType type,
        Instant at,
        Actor actor,
        String outcome,
        String correlationId,
        Optional<DispatchReference> dispatch,
        Optional<Envelope> envelope,
        SortedMap<String, String> details) {
    /** Upper limit of an entry's octets; the longest lawful envelope of some hundred recipients stays below. */
    public static final int MAX_LENGTH = 256 * 1024;

    public AuditEntry {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        if (envelope.isPresent() && !type.equals(EntryType.DISPATCH_ACCEPTED)) {
            throw new IllegalArgumentException("only the acceptance carries an envelope");
        }
        if (type.equals(EntryType.DISPATCH_ACCEPTED) && (envelope.isEmpty() || dispatch.isEmpty())) {
            throw new IllegalArgumentException("the acceptance carries dispatch and envelope");
        }
    }

    /** The octets that are stored, hashed and given out: JSON in one line, its keys in the order of this record. */
    public Bytes toBytes() {
        return AuditEntryJson.write(this);
    }

    /**
     * The entry that these octets are.
     *
     * @throws MalformedEvidenceException if they are not an entry
     */
    public static AuditEntry parse(Bytes octets) throws MalformedEvidenceException {
        return AuditEntryJson.read(octets);
    }
}
