package vn.lienthong.signer.sign.pades;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A document written octet by octet, for structures that no library writes. */
final class RawPdf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, long[]> offsets = new TreeMap<>();
    private String lineEnd = " \n";

    RawPdf() {
        text("%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    RawPdf text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawPdf octets(byte[] octets) {
        out.writeBytes(octets);
        return this;
    }

    int position() {
        return out.size();
    }

    RawPdf object(int number, String value) {
        return object(number, 0, value);
    }

    RawPdf object(int number, int generation, String value) {
        offsets.put(number, new long[] {out.size(), generation});
        return text(number + " " + generation + " obj\n" + value + "\nendobj\n");
    }

    /** A catalog, a page tree and one page as objects 1 to 3. */
    RawPdf onePage(String inCatalog, String inPage) {
        return object(1, "<</Type /Catalog /Pages 2 0 R " + inCatalog + ">>")
                .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]>>")
                .object(3, "<</Type /Page /Parent 2 0 R /Resources <<>> " + inPage + ">>");
    }

    RawPdf lineEnd(String end) {
        lineEnd = end;
        return this;
    }

    /** Where the table starts that this wrote. */
    int table() {
        int start = out.size();
        text("xref\n0 1\n0000000000 65535 f" + lineEnd);
        offsets.forEach((number, place) ->
                text(number + " 1\n" + String.format(Locale.ROOT, "%010d %05d n", place[0], place[1]) + lineEnd));
        offsets.clear();
        return start;
    }

    RawPdf trailer(int size, String more) {
        return text("trailer\n<</Size " + size + " /Root 1 0 R " + more + ">>\n");
    }

    RawPdf end(int startxref) {
        return text("startxref\n" + startxref + "\n%%EOF");
    }

    /** A table, a trailer and the end. */
    byte[] finish(int size, String inTrailer) {
        int start = table();
        return trailer(size, inTrailer).end(start).text("\n").toByteArray();
    }

    long offsetOf(int number) {
        long[] place = offsets.get(number);
        if (place == null) {
            throw new IllegalArgumentException("no object " + number);
        }
        return place[0];
    }

    void forget(int number) {
        offsets.remove(number);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
