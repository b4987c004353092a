package vn.lienthong.signer.pdf;

import java.io.IOException;

/** A decoded stream of objects. Source: ISO 32000-2 §7.5.7. */
final class ObjectStream {
    private final byte[] octets;
    private final int[] numbers;
    private final int[] offsets;

    private ObjectStream(byte[] octets, int[] numbers, int[] offsets) {
        this.octets = octets;
        this.numbers = numbers;
        this.offsets = offsets;
    }

    static ObjectStream of(PdfValue.Dict dict, byte[] octets) throws IOException, PdfFault {
        if (!dict.is("Type", "ObjStm")
                || !(dict.get("N") instanceof PdfValue.Int(long count))
                || !(dict.get("First") instanceof PdfValue.Int(long first))
                || count < 0
                || count > 0x10000
                || first < 0
                || first > octets.length) {
            throw PdfFault.malformed("an object stream that is none");
        }
        Lexer lexer = new Lexer(Octets.of(octets), 0);
        int[] numbers = new int[(int) count];
        int[] offsets = new int[(int) count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (int) lexer.number(IndirectObjects.MAX_NUMBER);
            offsets[i] = (int) (first + lexer.number(octets.length - first));
        }
        return new ObjectStream(octets, numbers, offsets);
    }

    /** The object of that number, which stands at that index. */
    PdfValue object(int number, int index) throws IOException, PdfFault {
        if (index >= numbers.length || numbers[index] != number) {
            throw PdfFault.malformed("object " + number + " is not in its object stream");
        }
        return new ValueParser(new Lexer(Octets.of(octets), offsets[index])).value();
    }
}
