package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The fields of a document's form, as far as signing has to know them. Source: ISO 32000-2 §12.7.
 *
 * @param names partial names of the fields at the top
 * @param signed the signature fields that are signed
 */
record FormFields(Set<String> names, List<SignedField> signed) {
    private static final int MAX_FIELDS = 100_000;

    /** A field with its signature's dictionary. */
    record SignedField(PdfValue.Dict field, PdfValue.Dict signature) {}

    /** Fields of no form. */
    static final FormFields NONE = new FormFields(Set.of(), List.of());

    private record Node(PdfValue value, PdfValue type, boolean atTop) {}

    static FormFields of(PdfDocument document, PdfValue.Dict form) throws IOException, PdfFault {
        Set<String> names = new HashSet<>();
        List<SignedField> signed = new ArrayList<>();
        Set<PdfValue> seen = new HashSet<>();
        Set<PdfValue> signatures = new HashSet<>();
        Deque<Node> waiting = new ArrayDeque<>();
        push(waiting, document, form.get("Fields"), PdfValue.NULL, true);
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (node.value() instanceof PdfValue.Ref && !seen.add(node.value())) {
                continue;
            }
            if (seen.size() > MAX_FIELDS) {
                throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "more than " + MAX_FIELDS + " fields");
            }
            if (!(document.resolve(node.value()) instanceof PdfValue.Dict field)) {
                continue;
            }
            PdfValue own = document.resolve(field.get("FT"));
            PdfValue type = own instanceof PdfValue.Null ? node.type() : own;
            if (node.atTop() && document.resolve(field.get("T")) instanceof PdfValue.Text(var name)) {
                names.add(name.hex());
            }
            if (type.equals(new PdfValue.Name("Sig"))
                    && document.resolve(field.get("V")) instanceof PdfValue.Dict signature
                    && signatures.add(field.get("V"))) {
                signed.add(new SignedField(field, signature));
            }
            push(waiting, document, field.get("Kids"), type, false);
        }
        return new FormFields(names, signed);
    }

    private static void push(Deque<Node> waiting, PdfDocument document, PdfValue kids, PdfValue type, boolean atTop)
            throws IOException, PdfFault {
        if (document.resolve(kids) instanceof PdfValue.Array(var items)) {
            items.forEach(kid -> waiting.push(new Node(kid, type, atTop)));
        }
    }
}
