package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The fields of a document's form, as far as signing has to know them. Source: ISO 32000-2 §12.7.
 *
 * @param names partial names of the fields at the top
 * @param signed the signature fields that are signed
 * @param empty the signature fields that are not, and that stand in one place
 */
record FormFields(Set<String> names, List<SignedField> signed, List<EmptyField> empty) {
    private static final int MAX_FIELDS = 100_000;
    /** Octets of one name, many times the longest of the field's forms: one string may be named by every field. */
    private static final int LONGEST_NAME = 4_096;

    private static final int LONGEST_QUALIFIED = 16_384;
    private static final long ALL_NAMES = 16L << 20;

    /** A field with its signature's dictionary. */
    record SignedField(PdfValue.Dict field, PdfValue.Dict signature) {}

    /**
     * A field without a signature, and its widget, which may be the same object.
     *
     * @param name fully qualified
     */
    record EmptyField(
            String name, PdfValue.Ref ref, PdfValue.Dict field, PdfValue.Ref widgetRef, PdfValue.Dict widget) {}

    /** Fields of no form. */
    static final FormFields NONE = new FormFields(Set.of(), List.of(), List.of());

    private record Node(PdfValue value, PdfValue type, String above, boolean atTop) {}

    /** The field of that fully qualified name; empty if there is none, or more than one. */
    Optional<EmptyField> empty(String name) {
        List<EmptyField> fitting =
                empty.stream().filter(field -> field.name().equals(name)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    static FormFields of(PdfDocument document, PdfValue.Dict form) throws IOException, PdfFault {
        Set<String> names = new HashSet<>();
        List<SignedField> signed = new ArrayList<>();
        List<EmptyField> empty = new ArrayList<>();
        Set<PdfValue> seen = new HashSet<>();
        Set<PdfValue> signatures = new HashSet<>();
        Deque<Node> waiting = new ArrayDeque<>();
        long spelled = 0;
        push(waiting, seen, document, form.get("Fields"), PdfValue.NULL, "", true);
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (node.value() instanceof PdfValue.Ref && !seen.add(node.value())) {
                continue;
            }
            if (seen.size() > MAX_FIELDS) {
                throw tooComplex("more than " + MAX_FIELDS + " fields");
            }
            if (!(document.resolve(node.value()) instanceof PdfValue.Dict field)) {
                continue;
            }
            PdfValue own = document.resolve(field.get("FT"));
            PdfValue type = own instanceof PdfValue.Null ? node.type() : own;
            String name = node.above();
            if (document.resolve(field.get("T")) instanceof PdfValue.Text(var partial)) {
                if (partial.length() > LONGEST_NAME) {
                    throw tooComplex("a field whose name has more than " + LONGEST_NAME + " octets");
                }
                if (node.atTop()) {
                    names.add(text(partial));
                }
                name = (name.isEmpty() ? "" : name + ".") + text(partial);
                spelled += name.length();
                if (name.length() > LONGEST_QUALIFIED || spelled > ALL_NAMES) {
                    throw tooComplex("names of fields without end");
                }
            }
            boolean isSignature = type.equals(new PdfValue.Name("Sig"));
            if (isSignature
                    && (node.atTop() || !(document.resolve(field.get("T")) instanceof PdfValue.Null))
                    && node.value() instanceof PdfValue.Ref ref
                    && document.resolve(field.get("V")) instanceof PdfValue.Null) {
                widget(document, ref, field).ifPresent(new Widgets(name, ref, field, empty)::add);
            }
            if (isSignature
                    && document.resolve(field.get("V")) instanceof PdfValue.Dict signature
                    && signatures.add(field.get("V"))) {
                signed.add(new SignedField(field, signature));
            }
            push(waiting, seen, document, field.get("Kids"), type, name, false);
        }
        return new FormFields(names, signed, empty);
    }

    private record Widget(PdfValue.Ref ref, PdfValue.Dict dict) {}

    private record Widgets(String name, PdfValue.Ref ref, PdfValue.Dict field, List<EmptyField> empty) {
        void add(Widget widget) {
            empty.add(new EmptyField(name, ref, field, widget.ref(), widget.dict()));
        }
    }

    /** The one place where the field is seen: itself, or its only child. */
    private static Optional<Widget> widget(PdfDocument document, PdfValue.Ref ref, PdfValue.Dict field)
            throws IOException, PdfFault {
        if (document.resolve(field.get("Rect")) instanceof PdfValue.Array) {
            return Optional.of(new Widget(ref, field));
        }
        if (document.resolve(field.get("Kids")) instanceof PdfValue.Array(var kids)
                && kids.size() == 1
                && kids.get(0) instanceof PdfValue.Ref kid
                && document.resolve(kid) instanceof PdfValue.Dict dict
                && document.resolve(dict.get("Rect")) instanceof PdfValue.Array
                && document.resolve(dict.get("T")) instanceof PdfValue.Null) {
            return Optional.of(new Widget(kid, dict));
        }
        return Optional.empty();
    }

    /** Source: ISO 32000-2 §7.9.2.2. */
    static String text(Bytes octets) {
        byte[] text = octets.toArray();
        if (text.length >= 2 && text[0] == (byte) 0xfe && text[1] == (byte) 0xff) {
            return new String(text, 2, text.length - 2, StandardCharsets.UTF_16BE);
        }
        if (text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf) {
            return new String(text, 3, text.length - 3, StandardCharsets.UTF_8);
        }
        return PdfDocEncoding.text(text);
    }

    private static PdfFault tooComplex(String message) {
        return new PdfFault(PdfFault.Kind.TOO_COMPLEX, message);
    }

    private static void push(
            Deque<Node> waiting,
            Set<PdfValue> seen,
            PdfDocument document,
            PdfValue kids,
            PdfValue type,
            String above,
            boolean atTop)
            throws IOException, PdfFault {
        if (document.resolve(kids) instanceof PdfValue.Array(var items)) {
            items.stream()
                    .filter(kid -> !seen.contains(kid))
                    .forEach(kid -> waiting.push(new Node(kid, type, above, atTop)));
        }
        // many fields may name one array of all of them
        if (waiting.size() > MAX_FIELDS) {
            throw tooComplex("more than " + MAX_FIELDS + " fields");
        }
    }
}
