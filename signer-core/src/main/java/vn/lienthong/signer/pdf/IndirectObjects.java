package vn.lienthong.signer.pdf;

import java.io.IOException;

/** Reads "number generation obj … endobj" at offsets of a file. Not thread-safe. Source: ISO 32000-2 §7.3.10. */
final class IndirectObjects {
    static final int MAX_NUMBER = 8_388_607;
    static final int MAX_GENERATION = 65_535;

    private final FileOctets octets;

    IndirectObjects(FileOctets octets) {
        this.octets = octets;
    }

    /** The object at that offset. If it is a stream, its octets start where the value says. */
    PdfValue read(long offset, int number, int generation) throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, offset);
        if (lexer.number(MAX_NUMBER) != number || lexer.number(MAX_GENERATION) != generation) {
            throw PdfFault.malformed("object " + number + " is not where the document says");
        }
        lexer.expect("obj");
        return body(lexer);
    }

    /** The object at that offset, whatever its number is. */
    PdfValue readAny(long offset) throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, offset);
        lexer.number(MAX_NUMBER);
        lexer.number(MAX_GENERATION);
        lexer.expect("obj");
        return body(lexer);
    }

    private PdfValue body(Lexer lexer) throws IOException, PdfFault {
        PdfValue value = new ValueParser(lexer).value();
        lexer.skipWhite();
        String end = lexer.word();
        if (end.equals("endobj")) {
            return value;
        }
        if (end.equals("stream") && value instanceof PdfValue.Dict dict) {
            return new PdfValue.Stream(dict, streamStart(lexer));
        }
        throw PdfFault.malformed("an object without its end");
    }

    /** ISO 32000-2 §7.3.8.1: a line feed, or a carriage return and a line feed, and then the octets. */
    private static long streamStart(Lexer lexer) throws IOException, PdfFault {
        int c = lexer.next();
        if (c == '\r') {
            c = lexer.next();
        }
        if (c != '\n') {
            throw PdfFault.malformed("a stream that does not begin on a line of its own");
        }
        return lexer.position();
    }

    /** The octets of a stream, behind which it ends as it has to. */
    byte[] octets(PdfValue.Stream stream, long length) throws IOException, PdfFault {
        if (!endsAt(stream.start() + length) || length > Integer.MAX_VALUE - 8) {
            throw PdfFault.malformed("a stream that does not end where its length says");
        }
        return octets.copy(stream.start(), (int) length);
    }

    /** Whether a stream may end there. */
    boolean endsAt(long end) throws IOException, PdfFault {
        if (end > octets.length()) {
            return false;
        }
        Lexer lexer = new Lexer(octets, end);
        while (Syntax.isWhite(lexer.peek())) {
            lexer.next();
        }
        return lexer.word().equals("endstream");
    }
}
