package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the chain of cross-reference sections from the newest to the oldest: tables, streams, and hybrids of both.
 * Nothing is repaired.
 *
 * <p>Source: ISO 32000-2 §7.5.4, §7.5.8.
 */
final class XrefReader {
    private static final int MAX_SECTIONS = 10_000;

    private final FileOctets octets;
    private final IndirectObjects objects;
    private final XrefMap entries = new XrefMap();
    private final List<XrefSection> sections = new ArrayList<>();

    XrefReader(FileOctets octets) {
        this.octets = octets;
        this.objects = new IndirectObjects(octets);
    }

    /** The map is complete; the sections are there from the newest to the oldest. */
    void read(long startxref) throws IOException, PdfFault {
        Set<Long> seen = new HashSet<>();
        long at = startxref;
        while (at >= 0) {
            if (!seen.add(at) || seen.size() > MAX_SECTIONS) {
                throw PdfFault.malformed("cross-reference sections without end");
            }
            XrefSection section = section(at);
            if (!(section.trailer().get("Encrypt") instanceof PdfValue.Null)) {
                throw new PdfFault(PdfFault.Kind.ENCRYPTED, "the document is encrypted");
            }
            sections.add(section);
            at = offset(section.trailer(), "Prev");
        }
    }

    XrefMap entries() {
        return entries;
    }

    List<XrefSection> sections() {
        return sections;
    }

    private XrefSection section(long at) throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, at);
        lexer.skipWhite();
        if (Syntax.isDigit(lexer.peek())) {
            return new XrefSection(stream(lexer.position(), entries::putIfAbsent), true);
        }
        lexer.expect("xref");
        return table(lexer);
    }

    private XrefSection table(Lexer lexer) throws IOException, PdfFault {
        BitSet free = new BitSet();
        BitSet inUse = new BitSet();
        lexer.skipWhite();
        while (Syntax.isDigit(lexer.peek())) {
            int first = (int) lexer.number(IndirectObjects.MAX_NUMBER);
            int count = (int) lexer.number(IndirectObjects.MAX_NUMBER + 1 - first);
            for (int number = first; number < first + count; number++) {
                XrefEntry entry = tableEntry(lexer);
                if (entry instanceof XrefEntry.Free) {
                    free.set(number);
                } else {
                    inUse.set(number);
                    entries.putIfAbsent(number, entry);
                }
            }
            lexer.skipWhite();
        }
        lexer.expect("trailer");
        if (!(new ValueParser(lexer).value() instanceof PdfValue.Dict trailer)) {
            throw PdfFault.malformed("a trailer that is no dictionary");
        }
        hidden(trailer, inUse);
        // Free entries last: in a hybrid file they hide what the stream beside the table has.
        for (int number = free.nextSetBit(0); number >= 0; number = free.nextSetBit(number + 1)) {
            entries.putIfAbsent(number, new XrefEntry.Free());
        }
        return new XrefSection(trailer, false);
    }

    private XrefEntry tableEntry(Lexer lexer) throws IOException, PdfFault {
        long offset = lexer.number(9_999_999_999L);
        int generation = (int) lexer.number(99_999);
        lexer.skipWhite();
        return switch (lexer.word()) {
            case "f" -> new XrefEntry.Free();
            case "n" -> inUse(offset, generation);
            default -> throw PdfFault.malformed("a cross-reference entry that is neither in use nor free");
        };
    }

    /** Offset 0 is the header: writers that mean free write it. */
    private XrefEntry inUse(long offset, int generation) throws PdfFault {
        if (offset == 0) {
            return new XrefEntry.Free();
        }
        if (offset >= octets.length() || generation > IndirectObjects.MAX_GENERATION) {
            throw PdfFault.malformed("a cross-reference entry that points outside of the document");
        }
        return new XrefEntry.InUse(offset, generation);
    }

    /** ISO 32000-2 §7.5.8.4: what readers of tables alone do not see. It must not contradict what they do see. */
    private void hidden(PdfValue.Dict trailer, BitSet inUse) throws IOException, PdfFault {
        long at = offset(trailer, "XRefStm");
        if (at < 0) {
            return;
        }
        stream(at, (number, entry) -> {
            if (!entries.putIfAbsent(number, entry) && inUse.get(number) && !entry.equals(entries.get(number))) {
                throw PdfFault.malformed("a hybrid document whose two halves contradict each other");
            }
        });
    }

    /** Takes what accepts an entry; the result is the stream's dictionary. */
    private PdfValue.Dict stream(long at, XrefStreamReader.Taker taker) throws IOException, PdfFault {
        if (!(objects.readAny(at) instanceof PdfValue.Stream stream)
                || !(stream.dict().get("Length") instanceof PdfValue.Int(long length))
                || !stream.dict().is("Type", "XRef")) {
            throw PdfFault.malformed("no cross-reference section where one belongs");
        }
        byte[] decoded = StreamDecoder.decode(stream.dict(), objects.octets(stream, length));
        XrefStreamReader.read(stream.dict(), decoded, octets.length(), taker);
        return stream.dict();
    }

    private long offset(PdfValue.Dict trailer, String key) throws PdfFault {
        return switch (trailer.get(key)) {
            case PdfValue.Null none -> -1;
            case PdfValue.Int(long value) when value > 0 && value < octets.length() -> value;
            default -> throw PdfFault.malformed(key + " points outside of the document");
        };
    }
}
