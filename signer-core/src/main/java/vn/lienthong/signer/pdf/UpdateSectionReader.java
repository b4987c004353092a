package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.util.Objects;

/**
 * Reads the cross-reference section of an incremental update as writers have to write it, and as every reader reads it: no
 * object twice, each line of a table of twenty octets, no octet too many in a stream.
 *
 * <p>Source: ISO 32000-2 §7.5.4, §7.5.6, §7.5.8.
 */
final class UpdateSectionReader {
    private static final int LINE = 20;

    private final FileOctets octets;
    private final IndirectObjects objects;

    UpdateSectionReader(FileOctets octets) {
        this.octets = octets;
        this.objects = new IndirectObjects(octets);
    }

    /** The section at that offset, its entries above those. */
    UpdateSection read(long at, XrefMap below) throws IOException, PdfFault {
        XrefMap entries = new XrefMap(below);
        Lexer lexer = new Lexer(octets, at);
        if (Syntax.isDigit(lexer.peek())) {
            return stream(at, entries);
        }
        if (!lexer.word().equals("xref")) {
            throw PdfFault.malformed("no cross-reference section where startxref or Prev points");
        }
        return table(at, lexer, entries);
    }

    /** Only where the section before it is, as Prev says; nothing else is looked at. */
    long previous(long at) throws IOException, PdfFault {
        PdfValue previous = read(at, new XrefMap()).trailer().get("Prev");
        if (previous instanceof PdfValue.Int(long value) && value > 0 && value < at) {
            return value;
        }
        throw PdfFault.malformed("an update that does not say what it updates");
    }

    private UpdateSection table(long at, Lexer lexer, XrefMap entries) throws IOException, PdfFault {
        lexer.skipWhite();
        while (Syntax.isDigit(lexer.peek())) {
            int first = (int) lexer.number(IndirectObjects.MAX_NUMBER);
            int count = (int) lexer.number(IndirectObjects.MAX_NUMBER + 1 - first);
            endOfLine(lexer);
            for (int number = first; number < first + count; number++) {
                put(entries, number, line(lexer.position()));
                lexer.seek(lexer.position() + LINE);
            }
            lexer.skipWhite();
        }
        lexer.expect("trailer");
        if (!(new ValueParser(lexer).value() instanceof PdfValue.Dict trailer)) {
            throw PdfFault.malformed("a trailer that is no dictionary");
        }
        notEncrypted(trailer);
        long end = lexer.position();
        long hiddenAt = switch (trailer.get("XRefStm")) {
            case PdfValue.Null none -> -1;
            case PdfValue.Int(long value) when value > 0 && value < at -> value;
            default -> throw PdfFault.malformed("XRefStm points outside of its update");
        };
        if (hiddenAt >= 0) {
            hidden(hiddenAt, entries);
        }
        return new UpdateSection(at, end, trailer, false, hiddenAt, entries);
    }

    /** A hybrid update's stream. What the table has already has to be the same. */
    private void hidden(long at, XrefMap entries) throws IOException, PdfFault {
        XrefMap own = new XrefMap();
        stream(at, own);
        for (int number : own.numbers()) {
            XrefEntry entry = Objects.requireNonNull(own.get(number));
            if (!entries.putIfAbsent(number, entry) && number != 0 && !entry.equals(entries.get(number))) {
                throw PdfFault.malformed("a hybrid update whose two halves contradict each other");
            }
        }
    }

    private UpdateSection stream(long at, XrefMap entries) throws IOException, PdfFault {
        ExactObject object = ExactObject.read(octets, objects, at, indirect -> {
            throw PdfFault.malformed("a cross-reference stream without a length of its own");
        });
        if (!(object.value() instanceof PdfValue.Stream stream)
                || !stream.dict().is("Type", "XRef")
                || !(stream.dict().get("Length") instanceof PdfValue.Int(long length))) {
            throw PdfFault.malformed("no cross-reference section where startxref or Prev points");
        }
        notEncrypted(stream.dict());
        byte[] decoded = StreamDecoder.decode(stream.dict(), objects.octets(stream, length));
        int left = XrefStreamReader.read(stream.dict(), decoded, octets.length(), (n, e) -> put(entries, n, e));
        if (left != 0) {
            throw PdfFault.malformed("a cross-reference stream with octets behind its entries");
        }
        return new UpdateSection(at, object.end(), stream.dict(), true, -1, entries);
    }

    private static void notEncrypted(PdfValue.Dict trailer) throws PdfFault {
        if (!(trailer.get("Encrypt") instanceof PdfValue.Null)) {
            throw new PdfFault(PdfFault.Kind.ENCRYPTED, "the document is encrypted");
        }
    }

    private static void put(XrefMap entries, int number, XrefEntry entry) throws PdfFault {
        if (!entries.putIfAbsent(number, entry)) {
            throw PdfFault.malformed("an update that says twice where object " + number + " is");
        }
    }

    /** Behind the count of a subsection: a space or none, and one end of line. */
    private static void endOfLine(Lexer lexer) throws IOException, PdfFault {
        int c = lexer.next();
        if (c == ' ') {
            c = lexer.next();
        }
        if (c == '\r' && lexer.peek() == '\n') {
            c = lexer.next();
        }
        if (c != '\n' && c != '\r') {
            throw PdfFault.malformed("a cross-reference table that is not laid out in lines");
        }
    }

    /** ISO 32000-2 §7.5.4: ten digits, a space, five digits, a space, n or f, two octets of end of line. */
    private XrefEntry line(long position) throws IOException, PdfFault {
        if (position > octets.length() - LINE) {
            throw PdfFault.malformed("a cross-reference table that is cut off");
        }
        byte[] line = octets.copy(position, LINE);
        long offset = digits(line, 0, 10);
        int generation = (int) digits(line, 11, 16);
        boolean ended = (line[18] == ' ' || line[18] == '\r') && (line[19] == '\r' || line[19] == '\n');
        if (line[10] != ' ' || line[16] != ' ' || !ended || line[18] == '\r' && line[19] == '\r') {
            throw PdfFault.malformed("a cross-reference entry that is not twenty octets long");
        }
        if (line[17] == 'f') {
            return new XrefEntry.Free();
        }
        if (line[17] != 'n' || offset == 0 || generation > IndirectObjects.MAX_GENERATION) {
            throw PdfFault.malformed("a cross-reference entry that is neither in use nor free");
        }
        return new XrefEntry.InUse(offset, generation);
    }

    private static long digits(byte[] line, int from, int to) throws PdfFault {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!Syntax.isDigit(line[i])) {
                throw PdfFault.malformed("a cross-reference entry that is not twenty octets long");
            }
            value = value * 10 + line[i] - '0';
        }
        return value;
    }
}
