package vn.lienthong.signer.pdf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;

/** An object of PDF. Immutable. Source: ISO 32000-2 §7.3. */
public sealed interface PdfValue {

    PdfValue NULL = new Null();

    record Null() implements PdfValue {}

    record Bool(boolean value) implements PdfValue {}

    record Int(long value) implements PdfValue {}

    /** A number with a point, in its own words: nothing is rounded on the way through. */
    record Real(String text) implements PdfValue {}

    /** Without its solidus, one character an octet, escapes resolved. */
    record Name(String value) implements PdfValue {}

    /** A literal or hexadecimal string. */
    record Text(Bytes octets) implements PdfValue {}

    record Array(List<PdfValue> items) implements PdfValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** A reference to an indirect object. */
    record Ref(int number, int generation) implements PdfValue {}

    /** In the order of the document. */
    record Dict(Map<String, PdfValue> entries) implements PdfValue {
        public Dict {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The entry as it stands, a reference unresolved; null for none. */
        public PdfValue get(String key) {
            return entries.getOrDefault(key, NULL);
        }

        /** The same with that entry. */
        public Dict with(String key, PdfValue value) {
            Map<String, PdfValue> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Dict(changed);
        }

        /** Whether the entry is that name. */
        public boolean is(String key, String name) {
            return get(key) instanceof Name(String value) && value.equals(name);
        }
    }

    /** A dictionary, and where the octets of its stream start in the file. */
    record Stream(Dict dict, long start) implements PdfValue {}
}
