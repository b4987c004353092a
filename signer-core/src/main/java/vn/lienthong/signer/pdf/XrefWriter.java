package vn.lienthong.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.signer.algorithm.Bytes;

/** Writes the end of a revision: its cross-reference section, its trailer, and the last lines. */
final class XrefWriter {
    private static final int OFFSET_WIDTH = 5;
    private static final int GENERATION_WIDTH = 2;
    private static final int IDENTIFIER = 16;

    private final PdfDocument base;
    private final ValueWriter writer;
    private final int size;
    private final byte[] identifier;

    XrefWriter(PdfDocument base, ValueWriter writer, int size, byte[] identifier) {
        this.base = base;
        this.writer = writer;
        this.size = size;
        this.identifier = Arrays.copyOf(identifier, IDENTIFIER);
    }

    /** From object numbers to offset and generation. */
    void write(Map<Integer, long[]> offsets) {
        long start = base.length() + writer.position();
        if (base.endsWithXrefStream()) {
            stream(offsets, start);
        } else {
            table(offsets);
        }
        writer.raw("startxref\n" + start + "\n%%EOF\n");
    }

    private void table(Map<Integer, long[]> offsets) {
        writer.raw("xref\n0 1\n0000000000 65535 f\r\n");
        for (List<Map.Entry<Integer, long[]>> section : sections(offsets)) {
            writer.raw(section.get(0).getKey() + " " + section.size() + "\n");
            for (Map.Entry<Integer, long[]> entry : section) {
                writer.raw(String.format(Locale.ROOT, "%010d %05d n\r\n", entry.getValue()[0], entry.getValue()[1]));
            }
        }
        writer.raw("trailer\n").value(new PdfValue.Dict(trailer(size))).raw("\n");
    }

    private void stream(Map<Integer, long[]> offsets, long start) {
        SortedMap<Integer, long[]> all = new TreeMap<>(offsets);
        all.put(size, new long[] {start, 0});
        List<PdfValue> index = new ArrayList<>(List.of(new PdfValue.Int(0), new PdfValue.Int(1)));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        row(rows, 0, 0, 0xffff);
        for (List<Map.Entry<Integer, long[]>> section : sections(all)) {
            index.add(new PdfValue.Int(section.get(0).getKey()));
            index.add(new PdfValue.Int(section.size()));
            section.forEach(e -> row(rows, 1, e.getValue()[0], e.getValue()[1]));
        }
        Map<String, PdfValue> dict = trailer(size + 1);
        dict.put("Type", new PdfValue.Name("XRef"));
        dict.put("Index", new PdfValue.Array(index));
        dict.put(
                "W",
                new PdfValue.Array(List.of(
                        new PdfValue.Int(1), new PdfValue.Int(OFFSET_WIDTH), new PdfValue.Int(GENERATION_WIDTH))));
        dict.put("Length", new PdfValue.Int(rows.size()));
        writer.raw(size + " 0 obj\n").value(new PdfValue.Dict(dict));
        writer.raw("\nstream\n").raw(rows.toByteArray()).raw("\nendstream\nendobj\n");
    }

    private static void row(ByteArrayOutputStream rows, int type, long offset, long generation) {
        rows.write(type);
        number(rows, offset, OFFSET_WIDTH);
        number(rows, generation, GENERATION_WIDTH);
    }

    private static void number(ByteArrayOutputStream rows, long value, int width) {
        for (int i = width - 1; i >= 0; i--) {
            rows.write((int) (value >>> 8 * i));
        }
    }

    /** Runs of consecutive object numbers. */
    private static List<List<Map.Entry<Integer, long[]>>> sections(Map<Integer, long[]> offsets) {
        List<List<Map.Entry<Integer, long[]>>> sections = new ArrayList<>();
        int expected = -1;
        for (Map.Entry<Integer, long[]> entry : offsets.entrySet()) {
            if (entry.getKey() != expected) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(entry);
            expected = entry.getKey() + 1;
        }
        return sections;
    }

    private Map<String, PdfValue> trailer(int sizeNow) {
        Map<String, PdfValue> trailer = new LinkedHashMap<>();
        trailer.put("Size", new PdfValue.Int(sizeNow));
        trailer.put("Prev", new PdfValue.Int(base.startxref()));
        trailer.put("Root", base.trailer().get("Root"));
        if (base.trailer().get("Info") instanceof PdfValue.Ref info) {
            trailer.put("Info", info);
        }
        trailer.put("ID", fileIdentifier());
        return trailer;
    }

    /** ISO 32000-2 §14.4: the first part stays as it is for ever, the second one changes with each revision. */
    private PdfValue fileIdentifier() {
        PdfValue now = new PdfValue.Text(Bytes.of(identifier));
        PdfValue first = base.trailer().get("ID") instanceof PdfValue.Array(var parts)
                        && parts.size() == 2
                        && parts.get(0) instanceof PdfValue.Text text
                ? text
                : now;
        return new PdfValue.Array(List.of(first, now));
    }
}
