package vn.lienthong.signer.pdf;

import java.io.IOException;

/**
 * An indirect object with where it begins and ends, read so that no reader could read it in another way: its header at that
 * very octet, a stream as long as its Length says, its end behind it.
 *
 * <p>Source: ISO 32000-2 §7.3.8, §7.3.10.
 *
 * @param end behind its endobj
 */
record ExactObject(int number, int generation, long at, long end, PdfValue value) {

    /** How long a stream is. */
    interface Lengths {
        long of(PdfValue.Stream stream) throws IOException, PdfFault;
    }

    static ExactObject read(FileOctets octets, IndirectObjects objects, long at, Lengths lengths)
            throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, at);
        if (!Syntax.isDigit(lexer.peek())) {
            throw PdfFault.malformed("something else where an object belongs");
        }
        int number = (int) lexer.number(IndirectObjects.MAX_NUMBER);
        int generation = (int) lexer.number(IndirectObjects.MAX_GENERATION);
        PdfValue value = objects.read(at, number, generation);
        if (value instanceof PdfValue.Stream stream) {
            long length =
                    stream.dict().get("Length") instanceof PdfValue.Int(long direct) ? direct : lengths.of(stream);
            lexer.seek(stream.start() + checked(length, octets.length() - stream.start()));
            endOfLine(lexer);
            if (!lexer.word().equals("endstream")) {
                throw PdfFault.malformed("a stream that does not end where its length says");
            }
            lexer.expect("endobj");
        } else {
            lexer.seek(at);
            lexer.number(IndirectObjects.MAX_NUMBER);
            lexer.number(IndirectObjects.MAX_GENERATION);
            lexer.expect("obj");
            new ValueParser(lexer).value();
            lexer.expect("endobj");
        }
        return new ExactObject(number, generation, at, lexer.position(), value);
    }

    private static long checked(long length, long most) throws PdfFault {
        if (length < 0 || length > most) {
            throw PdfFault.malformed("a stream that does not end where its length says");
        }
        return length;
    }

    /** At most one, which belongs to nobody. */
    private static void endOfLine(Lexer lexer) throws IOException {
        if (lexer.peek() == '\r') {
            lexer.next();
        }
        if (lexer.peek() == '\n') {
            lexer.next();
        }
    }
}
