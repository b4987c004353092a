package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** A dictionary of constraints, read entry by entry; what has the wrong type makes the document malformed. */
record SeedDictionary(PdfDocument document, PdfValue.Dict dict) {
    /** Certificates are among the texts. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final int MOST_ITEMS = 256;

    boolean has(String key) throws IOException, PdfFault {
        return !(document.resolve(dict.get(key)) instanceof PdfValue.Null);
    }

    boolean is(String key, String name) throws IOException, PdfFault {
        return document.resolve(dict.get(key)).equals(new PdfValue.Name(name));
    }

    boolean isTrue(String key) throws IOException, PdfFault {
        if (document.resolve(dict.get(key)) instanceof PdfValue.Bool(boolean value)) {
            return value;
        }
        throw malformed(key);
    }

    String name(String key) throws IOException, PdfFault {
        if (document.resolve(dict.get(key)) instanceof PdfValue.Name(String name)) {
            return name;
        }
        throw malformed(key);
    }

    /** Which entries are required; none unless it says so. */
    long flags() throws IOException, PdfFault {
        return has("Ff") ? integer("Ff") : 0;
    }

    /** Whether the entry is there, and the flag makes it a required constraint. */
    boolean requires(int flag, String key) throws IOException, PdfFault {
        return (flags() & flag) != 0 && has(key);
    }

    private long integer(String key) throws IOException, PdfFault {
        return document.resolve(dict.get(key)) instanceof PdfValue.Int(long value) ? value : fail(key);
    }

    double number(String key) throws IOException, PdfFault {
        return switch (document.resolve(dict.get(key))) {
            case PdfValue.Int(long value) -> value;
            case PdfValue.Real(String text) -> Double.parseDouble(text);
            default -> fail(key);
        };
    }

    SeedDictionary inner(String key) throws IOException, PdfFault {
        if (document.resolve(dict.get(key)) instanceof PdfValue.Dict inner) {
            return new SeedDictionary(document, inner);
        }
        throw malformed(key);
    }

    List<String> names(String key) throws IOException, PdfFault {
        List<String> names = new ArrayList<>();
        for (PdfValue item : items(key)) {
            names.add(item instanceof PdfValue.Name(String name) ? name : "");
        }
        return names;
    }

    List<String> texts(String key) throws IOException, PdfFault {
        return octets(key).stream().map(FormFields::text).toList();
    }

    List<Bytes> octets(String key) throws IOException, PdfFault {
        List<Bytes> strings = new ArrayList<>();
        for (PdfValue item : items(key)) {
            if (!(item instanceof PdfValue.Text(Bytes octets)) || octets.length() > LONGEST_TEXT) {
                throw malformed(key);
            }
            strings.add(octets);
        }
        return strings;
    }

    List<PdfValue.Dict> dictionaries(String key) throws IOException, PdfFault {
        List<PdfValue.Dict> dictionaries = new ArrayList<>();
        for (PdfValue item : items(key)) {
            if (!(item instanceof PdfValue.Dict one)) {
                throw malformed(key);
            }
            dictionaries.add(one);
        }
        return dictionaries;
    }

    /** Empty if there is no such entry. */
    private List<PdfValue> items(String key) throws IOException, PdfFault {
        PdfValue value = document.resolve(dict.get(key));
        if (value instanceof PdfValue.Null) {
            return List.of();
        }
        if (!(value instanceof PdfValue.Array(var items)) || items.size() > MOST_ITEMS) {
            throw malformed(key);
        }
        List<PdfValue> resolved = new ArrayList<>();
        for (PdfValue item : items) {
            resolved.add(document.resolve(item));
        }
        return resolved;
    }

    private static long fail(String key) throws PdfFault {
        throw malformed(key);
    }

    private static PdfFault malformed(String key) {
        return new PdfFault(PdfFault.Kind.MALFORMED, "a seed value whose " + key + " is of no use");
    }
}
