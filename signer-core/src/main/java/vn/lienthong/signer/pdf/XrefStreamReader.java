package vn.lienthong.signer.pdf;

import java.util.List;

/** Reads the entries of a decoded cross-reference stream. Source: ISO 32000-2 §7.5.8.2, §7.5.8.3. */
final class XrefStreamReader {
    private static final int WIDEST_FIELD = 8;

    private final byte[] octets;
    private final long fileLength;
    private final int[] widths;
    private int at;

    private XrefStreamReader(byte[] octets, long fileLength, int[] widths) {
        this.octets = octets;
        this.fileLength = fileLength;
        this.widths = widths;
    }

    /** What takes the entries, one after the other. */
    interface Taker {
        void take(int number, XrefEntry entry) throws PdfFault;
    }

    /** The entries are taken; the result is how many octets behind them belong to none. */
    static int read(PdfValue.Dict dict, byte[] octets, long fileLength, Taker taker) throws PdfFault {
        List<PdfValue> w = dict.get("W") instanceof PdfValue.Array(var items) ? items : List.of();
        if (w.size() != 3) {
            throw PdfFault.malformed("a cross-reference stream without the widths of its fields");
        }
        int[] widths = new int[3];
        for (int i = 0; i < 3; i++) {
            widths[i] = number(w.get(i), WIDEST_FIELD);
        }
        if (widths[0] + widths[1] + widths[2] == 0) {
            throw PdfFault.malformed("a cross-reference stream whose entries have no width");
        }
        XrefStreamReader reader = new XrefStreamReader(octets, fileLength, widths);
        reader.sections(index(dict), taker);
        return octets.length - reader.at;
    }

    private static List<PdfValue> index(PdfValue.Dict dict) throws PdfFault {
        if (dict.get("Index") instanceof PdfValue.Array(var items)) {
            return items;
        }
        return List.of(new PdfValue.Int(0), dict.get("Size"));
    }

    private void sections(List<PdfValue> index, Taker taker) throws PdfFault {
        if (index.size() % 2 != 0) {
            throw PdfFault.malformed("a cross-reference stream with half a subsection");
        }
        for (int i = 0; i < index.size(); i += 2) {
            int first = number(index.get(i), IndirectObjects.MAX_NUMBER);
            int count = number(index.get(i + 1), IndirectObjects.MAX_NUMBER + 1 - first);
            for (int number = first; number < first + count; number++) {
                taker.take(number, entry());
            }
        }
    }

    private XrefEntry entry() throws PdfFault {
        long type = widths[0] == 0 ? 1 : field(widths[0]);
        long second = field(widths[1]);
        long third = field(widths[2]);
        if (type == 0 || type == 1 && second == 0) {
            return new XrefEntry.Free();
        }
        if (type == 1 && second > 0 && second < fileLength && third >= 0 && third <= IndirectObjects.MAX_GENERATION) {
            return new XrefEntry.InUse(second, (int) third);
        }
        if (type == 2 && second > 0 && second <= IndirectObjects.MAX_NUMBER && third >= 0 && third <= 0xffff) {
            return new XrefEntry.Compressed((int) second, (int) third);
        }
        throw PdfFault.malformed("a cross-reference entry that points outside of the document");
    }

    private long field(int width) throws PdfFault {
        if (at + width > octets.length) {
            throw PdfFault.malformed("a cross-reference stream that is cut off");
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | octets[at++] & 0xff;
        }
        return value;
    }

    private static int number(PdfValue value, int most) throws PdfFault {
        if (value instanceof PdfValue.Int(long number) && number >= 0 && number <= most) {
            return (int) number;
        }
        throw PdfFault.malformed("a cross-reference stream with a number that is none");
    }
}
