package vn.lienthong.signer.validate.pdf.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;

/** Collects changes, and only counts them when there are too many to be read. Not thread-safe. */
final class ChangeLog {
    private static final int MOST = 64;
    /** Several lists of large authorities; all of it is in memory at once. */
    private static final long MOST_EVIDENCE = 64L << 20;

    private final List<Change> changes = new ArrayList<>();
    private final Set<AddedEvidence> evidence = new LinkedHashSet<>();
    private long evidenceLength;
    private int refused;
    private int permitted;

    void add(Change change) {
        int before = change.kind().isPermitted() ? permitted++ : refused++;
        if (before < MOST && !changes.contains(change)) {
            changes.add(change);
        }
    }

    /** @throws PdfFault for more than any honest document has */
    void add(AddedEvidence added) throws PdfFault {
        if (evidence.add(added)) {
            evidenceLength += added.octets().length();
        }
        if (evidenceLength > MOST_EVIDENCE) {
            throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "more than " + MOST_EVIDENCE + " octets of evidence");
        }
    }

    Set<AddedEvidence> evidence() {
        return Collections.unmodifiableSet(evidence);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }
}
