package vn.lienthong.signer.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An incremental update that is written octet by octet, right unless it is told to be wrong. */
final class RawUpdate {
    final byte[] base;
    final long previous;
    final int catalog;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, String> entries = new TreeMap<>();
    private final List<String> trailer = new ArrayList<>();
    private int size;

    RawUpdate(byte[] base) {
        this.base = base;
        String text = new String(base, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("startxref");
        this.previous =
                Long.parseLong(text.substring(at + 9, text.lastIndexOf("%%EOF")).strip());
        try (PDDocument document = Loader.loadPDF(base)) {
            catalog = (int) document.getDocument()
                    .getTrailer()
                    .getCOSObject(org.apache.pdfbox.cos.COSName.ROOT)
                    .getObjectNumber();
            size = document.getDocument().getXrefTable().keySet().stream()
                            .mapToInt(key -> (int) key.getNumber())
                            .max()
                            .orElseThrow()
                    + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes(base);
    }

    /** A number that no object has. */
    int next() {
        return size++;
    }

    long position() {
        return out.size();
    }

    RawUpdate raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawUpdate object(int number, String body) {
        return object(number, 0, body);
    }

    RawUpdate object(int number, int generation, String body) {
        entry(number, position(), generation);
        return unnamed(number, generation, body);
    }

    /** An object that the section does not name. */
    RawUpdate unnamed(int number, int generation, String body) {
        return raw(number + " " + generation + " obj\n" + body + "\nendobj\n");
    }

    RawUpdate entry(int number, long offset, int generation) {
        entries.put(number, String.format(Locale.ROOT, "%010d %05d n\r\n", offset, generation));
        return this;
    }

    RawUpdate free(int number) {
        entries.put(number, "0000000000 00001 f\r\n");
        return this;
    }

    RawUpdate trailer(String entry) {
        trailer.add(entry);
        return this;
    }

    static String stream(String dictionary, String octets) {
        return "<<" + dictionary + "/Length " + octets.length() + ">>\nstream\n" + octets + "\nendstream";
    }

    /** With a cross-reference table. */
    byte[] finish() {
        return finish(previous, position());
    }

    byte[] finish(long prev, long startxref) {
        raw(section());
        raw("trailer\n<</Size " + size + " /Root " + catalog + " 0 R /Prev " + prev + " " + String.join(" ", trailer)
                + ">>\nstartxref\n" + startxref + "\n%%EOF\n");
        return out.toByteArray();
    }

    String section() {
        StringBuilder text = new StringBuilder("xref\n");
        entries.forEach((number, line) -> text.append(number).append(" 1\n").append(line));
        return text.toString();
    }

    byte[] octets() {
        return out.toByteArray();
    }

    /** With a cross-reference stream whose rows are given: type, field 2, field 3 by object number. */
    byte[] finishStream(Map<Integer, long[]> rows) {
        int own = next();
        Map<Integer, long[]> all = new TreeMap<>(rows);
        all.put(own, new long[] {1, position(), 0});
        StringBuilder index = new StringBuilder();
        StringBuilder octets = new StringBuilder();
        all.forEach((number, row) -> {
            index.append(number).append(" 1 ");
            octets.append((char) row[0]);
            for (int shift = 24; shift >= 0; shift -= 8) {
                octets.append((char) (row[1] >> shift & 0xff));
            }
            octets.append((char) (row[2] >> 8 & 0xff)).append((char) (row[2] & 0xff));
        });
        long at = position();
        raw(own + " 0 obj\n"
                + stream(
                        "/Type /XRef /W [1 4 2] /Index [" + index + "] /Size " + size + " /Root " + catalog
                                + " 0 R /Prev " + previous + " " + String.join(" ", trailer),
                        octets.toString())
                + "\nendobj\nstartxref\n" + at + "\n%%EOF\n");
        return out.toByteArray();
    }

    /** Number and generation of an object, as PDFBox finds it. */
    static int number(byte[] pdf, PdfLab.Edit which) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var dictionary = which.apply(document).get(0);
            COSObjectKey key = dictionary.getKey();
            return (int) key.getNumber();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
