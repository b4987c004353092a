package vn.lienthong.signer.pdf;

import java.util.Map;

/**
 * A signature dictionary whose Contents are not known yet, and whose ByteRange is not either.
 *
 * @param entries all but ByteRange and Contents
 * @param octets reserved for the signature
 */
public record SignaturePlace(PdfValue.Dict entries, int octets) {
    /** Three numbers of ten digits with a space before each. */
    private static final int BYTE_RANGE = 33;

    /** The room that its text takes, about. */
    int size() {
        return 2 * octets + 1024;
    }

    /** Where things are in what was written. */
    record Written(int byteRange, int contentsStart, int contentsEnd) {
        int byteRangeLength() {
            return BYTE_RANGE;
        }
    }

    Written write(ValueWriter writer) {
        writer.raw("<<");
        for (Map.Entry<String, PdfValue> entry : entries.entries().entrySet()) {
            writer.value(new PdfValue.Name(entry.getKey()))
                    .raw(" ")
                    .value(entry.getValue())
                    .raw("\n");
        }
        writer.raw("/ByteRange [0");
        int byteRange = writer.position();
        writer.raw(" ".repeat(BYTE_RANGE)).raw("]\n/Contents ");
        int start = writer.position();
        writer.raw("<").raw("0".repeat(2 * octets)).raw(">");
        int end = writer.position();
        writer.raw("\n>>");
        return new Written(byteRange, start, end);
    }
}
