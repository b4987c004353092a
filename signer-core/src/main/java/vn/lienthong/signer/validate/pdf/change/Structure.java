package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The objects of a revision that many others refer back to: catalog, pages, annotations, fields. Rules of their own judge
 * them, along the way from the catalog; whoever merely refers to one of them does not.
 */
final class Structure {
    /** The key that stands for the first item of a destination. */
    static final String DESTINATION = "(destination)";

    private static final int MAX_PAGES = 500_000;
    private static final Set<String> TO_PAGES = Set.of("P", "Parent", "Pg", "Page", "Dest", "D", DESTINATION);
    private static final Set<String> TO_ANNOTATIONS = Set.of("Obj", "Popup", "IRT", "Parent", "Fields", "T", "CO");
    private static final Set<String> TO_CATALOG = Set.of("Data");

    private final int catalog;
    private final BitSet pages = new BitSet();
    private final BitSet annotations = new BitSet();
    private final FieldIndex fields;

    private Structure(int catalog, FieldIndex fields) {
        this.catalog = catalog;
        this.fields = fields;
    }

    static Structure of(PdfDocument document, Budget budget) throws IOException, PdfFault {
        if (!(document.trailer().get("Root") instanceof PdfValue.Ref root)
                || !(document.resolve(root) instanceof PdfValue.Dict catalog)) {
            throw new PdfFault(PdfFault.Kind.MALFORMED, "a document without a catalog");
        }
        Structure structure = new Structure(root.number(), FieldIndex.of(document, catalog, budget));
        structure.walk(document, catalog.get("Pages"), budget);
        structure
                .fields
                .all()
                .forEach(field -> structure.annotations.set(field.ref().number()));
        return structure;
    }

    private void walk(PdfDocument document, PdfValue tree, Budget budget) throws IOException, PdfFault {
        Deque<PdfValue> waiting = new ArrayDeque<>(List.of(tree));
        int seen = 0;
        while (!waiting.isEmpty()) {
            if (!(waiting.pop() instanceof PdfValue.Ref ref) || pages.get(ref.number())) {
                continue;
            }
            budget.take(1);
            if (++seen > MAX_PAGES) {
                throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "more than " + MAX_PAGES + " pages");
            }
            if (document.resolve(ref) instanceof PdfValue.Dict node) {
                pages.set(ref.number());
                items(document, node.get("Kids")).forEach(waiting::push);
                for (PdfValue annotation : items(document, node.get("Annots"))) {
                    budget.take(1);
                    // only a dictionary: a stream could be shown from elsewhere
                    if (annotation instanceof PdfValue.Ref a && document.resolve(a) instanceof PdfValue.Dict) {
                        annotations.set(a.number());
                    }
                }
            }
        }
    }

    static List<PdfValue> items(PdfDocument document, PdfValue value) throws IOException, PdfFault {
        return document.resolve(value) instanceof PdfValue.Array(var items) ? items : List.of();
    }

    FieldIndex fields() {
        return fields;
    }

    /** Whether the place only refers to what is judged elsewhere. */
    boolean isBackReference(Place place, PdfValue.Ref ref) {
        return pages.get(ref.number()) && TO_PAGES.contains(place.key())
                || annotations.get(ref.number()) && TO_ANNOTATIONS.contains(place.key())
                || catalog == ref.number() && TO_CATALOG.contains(place.key());
    }
}
