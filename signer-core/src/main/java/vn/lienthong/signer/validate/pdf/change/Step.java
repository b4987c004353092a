package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfRevision;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The comparison of one revision with the one before it: walks everything that the trailer leads to, each object once for each
 * rule that it falls under. Not thread-safe.
 */
final class Step {
    private record Task(Rule rule, Place place, PdfValue before, PdfValue after) {}

    private final PdfRevision earlier;
    private final PdfRevision later;
    private final Structure structure;
    private final FieldIndex laterFields;
    private final Permissions permissions;
    private final ChangeLog log;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Map<Rule, BitSet> judged = new HashMap<>();
    private final BitSet reached = new BitSet();
    private final Budget budget;

    Step(
            PdfRevision earlier,
            PdfRevision later,
            Structure structure,
            FieldIndex laterFields,
            Permissions permissions,
            Budget budget,
            ChangeLog log) {
        this.earlier = earlier;
        this.later = later;
        this.structure = structure;
        this.laterFields = laterFields;
        this.permissions = permissions;
        this.budget = budget;
        this.log = log;
    }

    /** Everything is judged. */
    void run(Rule first) throws IOException, PdfFault {
        judge(
                first,
                Place.TRAILER,
                earlier.document().trailer(),
                later.document().trailer());
        while (!waiting.isEmpty()) {
            Task task = waiting.pop();
            task.rule().judge(this, task.place(), task.before(), task.after());
        }
        BitSet left = later.changed();
        left.andNot(later.structure());
        left.andNot(reached);
        for (int number = left.nextSetBit(1); number >= 0; number = left.nextSetBit(number + 1)) {
            if (!later.document().isFree(number)) {
                log.add(new Change(ChangeKind.UNREACHED, later.number(), number, "nothing leads to it"));
            }
        }
    }

    void judge(Rule rule, Place place, PdfValue before, PdfValue after) throws PdfFault {
        budget.take(1);
        waiting.push(new Task(rule, place, before, after));
    }

    /** So many values are looked at beside. */
    void take(int values) throws PdfFault {
        budget.take(values);
    }

    /** Whether the rule has not seen the object yet. From now on it has, and something leads to the object. */
    boolean isFirst(Rule rule, PdfValue.Ref ref) {
        reached.set(ref.number());
        BitSet seen = judged.computeIfAbsent(rule, r -> new BitSet());
        boolean first = !seen.get(ref.number());
        seen.set(ref.number());
        return first;
    }

    /** The value in the earlier revision. */
    PdfValue before(PdfValue value) throws IOException, PdfFault {
        return earlier.document().resolve(value);
    }

    /** The value in the later revision, to which something leads now. */
    PdfValue after(PdfValue value) throws IOException, PdfFault {
        if (value instanceof PdfValue.Ref ref) {
            reached.set(ref.number());
        }
        return later.document().resolve(value);
    }

    boolean isChanged(PdfValue.Ref ref) {
        return later.changes(ref.number());
    }

    /** Whether the later revision makes an object where the earlier one had none. */
    boolean isNew(PdfValue.Ref ref) {
        return later.changes(ref.number()) && earlier.document().isFree(ref.number());
    }

    boolean sameOctets(PdfValue.Stream before, PdfValue.Stream after) throws IOException, PdfFault {
        return later.document().sameOctets(after, earlier.document(), before);
    }

    PdfDocument laterDocument() {
        return later.document();
    }

    PdfDocument earlierDocument() {
        return earlier.document();
    }

    PdfRevision later() {
        return later;
    }

    Structure structure() {
        return structure;
    }

    FieldIndex laterFields() {
        return laterFields;
    }

    Permissions permissions() {
        return permissions;
    }

    /** What sort of change is told by the place. */
    void refuse(Place place) {
        note(ChangeKinds.of(place), place);
    }

    void note(AddedEvidence evidence) throws PdfFault {
        log.add(evidence);
    }

    void note(ChangeKind kind, Place place) {
        note(kind, place, "");
    }

    void note(ChangeKind kind, Place place, String remark) {
        log.add(new Change(
                kind, later.number(), place.object(), place.text() + (remark.isEmpty() ? "" : ": " + remark)));
    }
}
