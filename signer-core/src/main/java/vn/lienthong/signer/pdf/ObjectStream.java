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

    /** How many octets it has, decoded. */
    int length() {
        return octets.length;
    }

    /** The numbers of its objects, in their order. */
    int[] numbers() {
        return numbers.clone();
    }

    /** Every object is whole, and between them there is white space alone. */
    void checkExact() throws IOException, PdfFault {
        Lexer lexer = new Lexer(Octets.of(octets), 0);
        for (int i = 0; i < 2 * numbers.length; i++) {
            lexer.number(Integer.MAX_VALUE);
        }
        for (int offset : offsets) {
            while (Syntax.isWhite(lexer.peek())) {
                lexer.next();
            }
            if (lexer.position() > offset) {
                throw PdfFault.malformed("an object stream whose objects overlap");
            }
            while (lexer.position() < offset) {
                if (!Syntax.isWhite(lexer.next())) {
                    throw PdfFault.malformed("an object stream with something between its objects");
                }
            }
            new ValueParser(lexer).value();
        }
        while (Syntax.isWhite(lexer.peek())) {
            lexer.next();
        }
        if (lexer.peek() >= 0) {
            throw PdfFault.malformed("an object stream with something behind its objects");
        }
    }

    /** The object of that number, which stands at that index. */
    PdfValue object(int number, int index) throws IOException, PdfFault {
        if (index >= numbers.length || numbers[index] != number) {
            throw PdfFault.malformed("object " + number + " is not in its object stream");
        }
        return new ValueParser(new Lexer(Octets.of(octets), offsets[index])).value();
    }
}
