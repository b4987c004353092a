package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one incremental update from its first octet to its last: objects, the section that says where they are, and the
 * lines that end it. Every object that is there is one that the section names, and the other way round. Not thread-safe.
 *
 * <p>Source: ISO 32000-2 §7.5.6, §7.5.7.
 */
final class UpdateReader {
    /** More than any document has, over all its updates. */
    private static final int MAX_ENTRIES = XrefMap.MAX_ENTRIES;
    /** What object streams of all updates may unpack to. */
    private static final long MAX_UNPACKED = 64L << 20;

    private final FileOctets octets;
    private final IndirectObjects objects;
    private int entriesSeen;
    private long unpacked;

    UpdateReader(FileOctets octets) {
        this.octets = octets;
        this.objects = new IndirectObjects(octets);
    }

    PdfRevision read(PdfRevision before, long sectionAt) throws IOException, PdfFault {
        UpdateSection section = new UpdateSectionReader(octets)
                .read(sectionAt, before.document().entries());
        entriesSeen += section.entries().size();
        if (entriesSeen > MAX_ENTRIES) {
            throw PdfFault.tooComplex("more than " + MAX_ENTRIES + " objects in updates");
        }
        if (!section.trailer()
                .get("Prev")
                .equals(new PdfValue.Int(before.document().startxref()))) {
            throw PdfFault.malformed("an update of another revision than the one before it");
        }
        PdfDocument document = before.document().with(octets, section);
        if (document.size() <= section.entries().highest()) {
            throw PdfFault.malformed("an update with objects beyond its Size");
        }
        List<ExactObject> found = objects(before.end(), section, document);
        checkPlaces(found, section);
        BitSet structure = structure(found, section, document);
        BitSet changed = new BitSet();
        for (int number : section.entries().numbers()) {
            changed.set(number);
        }
        long end = end(section);
        Lexer lexer = new Lexer(octets, end);
        while (Syntax.isWhite(lexer.peek())) {
            lexer.next();
        }
        return new PdfRevision(before.number() + 1, before.end(), end, lexer.position(), document, changed, structure);
    }

    /** All objects up to the section, with nothing but white space and harmless comments between them. */
    private List<ExactObject> objects(long start, UpdateSection section, PdfDocument document)
            throws IOException, PdfFault {
        List<ExactObject> found = new ArrayList<>();
        Lexer lexer = new Lexer(octets, start);
        betweenObjects(lexer);
        while (lexer.position() < section.at()) {
            ExactObject object = ExactObject.read(octets, objects, lexer.position(), document::length);
            found.add(object);
            lexer.seek(object.end());
            betweenObjects(lexer);
        }
        if (lexer.position() != section.at()) {
            throw PdfFault.malformed("an update whose section begins within an object");
        }
        return found;
    }

    /** Some writers leave their name in a comment. */
    private void betweenObjects(Lexer lexer) throws IOException, PdfFault {
        while (true) {
            while (Syntax.isWhite(lexer.peek())) {
                lexer.next();
            }
            if (lexer.peek() != '%') {
                return;
            }
            long from = lexer.position();
            while (lexer.peek() >= 0 && lexer.peek() != '\n' && lexer.peek() != '\r') {
                lexer.next();
            }
            long length = lexer.position() - from;
            String comment =
                    length > 256 ? "obj" : new String(octets.copy(from, (int) length), StandardCharsets.ISO_8859_1);
            if (comment.contains("obj")
                    || comment.contains("xref")
                    || comment.contains("trailer")
                    || comment.contains("stream")
                    || comment.startsWith("%%EOF")
                    || comment.startsWith("%PDF")) {
                throw PdfFault.malformed("a comment that a repairing reader could take for something else");
            }
        }
    }

    private static void checkPlaces(List<ExactObject> found, UpdateSection section) throws PdfFault {
        Map<Integer, ExactObject> byNumber = new HashMap<>();
        for (ExactObject object : found) {
            if (byNumber.put(object.number(), object) != null) {
                throw PdfFault.malformed("an update with object " + object.number() + " twice");
            }
        }
        for (int number : section.entries().numbers()) {
            if (section.entries().get(number) instanceof XrefEntry.InUse(long offset, int generation)) {
                ExactObject object = byNumber.remove(number);
                boolean isSection = object == null && section.isStream() && offset == section.at();
                if (!isSection && (object == null || object.at() != offset || object.generation() != generation)) {
                    throw PdfFault.malformed("an update that does not say where its object " + number + " is");
                }
            }
        }
        for (ExactObject left : byNumber.values()) {
            if (left.at() != section.hiddenAt()) {
                throw PdfFault.malformed("an update with an object " + left.number() + " that it does not name");
            }
        }
    }

    /** The numbers of what holds cross-references or other objects; what object streams hold is exactly what is named. */
    private BitSet structure(List<ExactObject> found, UpdateSection section, PdfDocument document)
            throws IOException, PdfFault {
        BitSet structure = new BitSet();
        Map<Integer, XrefEntry.Compressed> named = new HashMap<>();
        for (int number : section.entries().numbers()) {
            if (section.entries().get(number) instanceof XrefEntry.Compressed entry) {
                named.put(number, entry);
            }
        }
        for (ExactObject object :
                found.stream().sorted(Comparator.comparingLong(ExactObject::at)).toList()) {
            if (!(object.value() instanceof PdfValue.Stream stream)) {
                continue;
            }
            if (stream.dict().is("Type", "XRef")) {
                if (object.at() != section.hiddenAt()) {
                    throw PdfFault.malformed("a cross-reference stream that nothing points to");
                }
                structure.set(object.number());
            } else if (stream.dict().is("Type", "ObjStm")) {
                structure.set(object.number());
                hold(object.number(), stream, document, named);
            }
        }
        if (!named.isEmpty()) {
            throw PdfFault.malformed("an update that names objects in a stream that does not hold them");
        }
        if (section.isStream()) {
            structure.set(numberOfSection(section));
        }
        return structure;
    }

    /** The section that is a stream is an object too: a new one, under its own number. */
    private int numberOfSection(UpdateSection section) throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, section.at());
        int own = (int) lexer.number(IndirectObjects.MAX_NUMBER);
        int generation = (int) lexer.number(IndirectObjects.MAX_GENERATION);
        boolean said = false;
        for (int number : section.entries().numbers()) {
            XrefEntry entry = section.entries().get(number);
            if (entry instanceof XrefEntry.InUse(long offset, int g) && offset == section.at()) {
                if (number != own || g != generation) {
                    throw PdfFault.malformed("an update that does not say where its object " + number + " is");
                }
                said = true;
            }
        }
        if (!said && section.entries().get(own) instanceof XrefEntry entry && !(entry instanceof XrefEntry.Free)) {
            throw PdfFault.malformed("a cross-reference stream under the number of another object");
        }
        return own;
    }

    private void hold(
            int number, PdfValue.Stream stream, PdfDocument document, Map<Integer, XrefEntry.Compressed> named)
            throws IOException, PdfFault {
        byte[] decoded = document.decoded(stream);
        unpacked += decoded.length;
        if (unpacked > MAX_UNPACKED) {
            throw PdfFault.tooComplex("object streams of more than " + MAX_UNPACKED + " octets");
        }
        if (!(stream.dict().get("Extends") instanceof PdfValue.Null)) {
            throw PdfFault.malformed("an object stream of an update that extends another one");
        }
        ObjectStream held = ObjectStream.of(stream.dict(), decoded);
        held.checkExact();
        int[] numbers = held.numbers();
        for (int i = 0; i < numbers.length; i++) {
            if (!new XrefEntry.Compressed(number, i).equals(named.remove(numbers[i]))) {
                throw PdfFault.malformed("an object stream with an object that the update does not name");
            }
        }
    }

    /** startxref, the section's offset, %%EOF; where they end. */
    private long end(UpdateSection section) throws IOException, PdfFault {
        Lexer lexer = new Lexer(octets, section.end());
        betweenObjects(lexer);
        lexer.expect("startxref");
        if (lexer.number(octets.length()) != section.at()) {
            throw PdfFault.malformed("an update whose startxref is not its own section");
        }
        while (Syntax.isWhite(lexer.peek())) {
            lexer.next();
        }
        for (char c : "%%EOF".toCharArray()) {
            if (lexer.next() != c) {
                throw PdfFault.malformed("an update that does not end with %%EOF");
            }
        }
        return lexer.position();
    }
}
