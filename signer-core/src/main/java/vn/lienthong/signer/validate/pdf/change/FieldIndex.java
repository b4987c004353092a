package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** The fields and widgets of a form that are objects, with what they inherit. Source: ISO 32000-2 §12.7.4. */
final class FieldIndex {
    private static final int MAX_FIELDS = 100_000;

    private final Map<Integer, Field> fields = new LinkedHashMap<>();

    private FieldIndex() {}

    /**
     * A field, or a widget of one.
     *
     * @param name fully qualified
     * @param type FT, its own or inherited; empty if there is none
     * @param value V, its own or inherited, as it stands; null for none
     * @param holder the object whose own entry V is; the field itself if there is none
     */
    record Field(PdfValue.Ref ref, PdfValue.Dict dict, String name, String type, PdfValue value, PdfValue.Ref holder) {
        boolean isSignature() {
            return type.equals("Sig");
        }

        boolean isSigned() {
            return isSignature() && !Values.isNull(value);
        }
    }

    private record Node(PdfValue value, Optional<Field> parent) {}

    static FieldIndex of(PdfDocument document, PdfValue.Dict catalog, Budget budget) throws IOException, PdfFault {
        FieldIndex index = new FieldIndex();
        if (document.resolve(catalog.get("AcroForm")) instanceof PdfValue.Dict form) {
            index.walk(document, form.get("Fields"), budget);
        }
        return index;
    }

    private void walk(PdfDocument document, PdfValue top, Budget budget) throws IOException, PdfFault {
        Deque<Node> waiting = new ArrayDeque<>();
        for (PdfValue item : Structure.items(document, top).reversed()) {
            waiting.push(new Node(item, Optional.empty()));
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            budget.take(1);
            if (!(node.value() instanceof PdfValue.Ref ref)
                    || fields.containsKey(ref.number())
                    || !(document.resolve(ref) instanceof PdfValue.Dict dict)) {
                continue;
            }
            if (fields.size() >= MAX_FIELDS) {
                throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "more than " + MAX_FIELDS + " fields");
            }
            Field field = field(document, ref, dict, node.parent());
            fields.put(ref.number(), field);
            for (PdfValue kid : Structure.items(document, dict.get("Kids")).reversed()) {
                waiting.push(new Node(kid, Optional.of(field)));
            }
        }
    }

    private static Field field(PdfDocument document, PdfValue.Ref ref, PdfValue.Dict dict, Optional<Field> parent)
            throws IOException, PdfFault {
        String above = parent.map(Field::name).orElse("");
        String name = document.resolve(dict.get("T")) instanceof PdfValue.Text(Bytes own)
                ? (above.isEmpty() ? "" : above + ".") + text(own)
                : above;
        String type = document.resolve(dict.get("FT")) instanceof PdfValue.Name(String own)
                ? own
                : parent.map(Field::type).orElse("");
        boolean inherits = Values.isNull(document.resolve(dict.get("V"))) && parent.isPresent();
        return new Field(
                ref,
                dict,
                name,
                type,
                inherits ? parent.get().value() : nothing(document, dict.get("V")),
                inherits ? parent.get().holder() : ref);
    }

    private static PdfValue nothing(PdfDocument document, PdfValue value) throws IOException, PdfFault {
        return Values.isNull(document.resolve(value)) ? PdfValue.NULL : value;
    }

    /** ISO 32000-2 §7.9.2.2: UTF-16 with its mark, else an encoding of which ASCII is a part. */
    static String text(Bytes octets) {
        byte[] raw = octets.toArray();
        boolean utf16 = raw.length > 1 && (raw[0] & 0xff) == 0xfe && (raw[1] & 0xff) == 0xff;
        boolean utf8 = raw.length > 2 && (raw[0] & 0xff) == 0xef && (raw[1] & 0xff) == 0xbb && (raw[2] & 0xff) == 0xbf;
        if (utf16) {
            return new String(raw, 2, raw.length - 2, StandardCharsets.UTF_16BE);
        }
        return utf8
                ? new String(raw, 3, raw.length - 3, StandardCharsets.UTF_8)
                : new String(raw, StandardCharsets.ISO_8859_1);
    }

    Collection<Field> all() {
        return fields.values();
    }

    Optional<Field> get(int number) {
        return Optional.ofNullable(fields.get(number));
    }
}
