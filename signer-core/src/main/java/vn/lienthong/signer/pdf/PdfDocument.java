package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document, read strictly: of the file only the cross-reference sections and the objects that are asked for are read, and
 * nothing is repaired. Not thread-safe.
 *
 * <p>Source: ISO 32000-2 §7.5.
 */
public final class PdfDocument {
    /** ISO 32000-1 Annex H, note 18: readers look for the end within the last 1024 octets. */
    private static final int TAIL = 1024;

    private static final int CHUNK = 64 * 1024;

    private final FileOctets octets;
    private final IndirectObjects objects;
    private final XrefMap entries;
    private final List<XrefSection> sections;
    private final long startxref;
    private final ObjectStreams objectStreams;

    private PdfDocument(
            FileOctets octets,
            XrefMap entries,
            List<XrefSection> sections,
            long startxref,
            ObjectStreams objectStreams) {
        this.octets = octets;
        this.objects = new IndirectObjects(octets);
        this.entries = entries;
        this.sections = sections;
        this.startxref = startxref;
        this.objectStreams = objectStreams;
    }

    /** The document in that file, which stays open as long as the document is used. */
    public static PdfDocument read(FileChannel file) throws IOException, PdfFault {
        return read(file, file.size());
    }

    /** The document that the file's first octets are: an earlier revision of it, if it ends there. */
    public static PdfDocument read(FileChannel file, long length) throws IOException, PdfFault {
        FileOctets octets = new FileOctets(file, length);
        if (octets.length() < 8 || !new String(octets.copy(0, 5), StandardCharsets.US_ASCII).equals("%PDF-")) {
            // Offsets count from the header for some readers, from the file's start for others.
            throw PdfFault.malformed("the document does not begin with its header");
        }
        long startxref = startxref(octets);
        XrefReader xref = new XrefReader(octets);
        xref.read(startxref);
        PdfDocument document = new PdfDocument(octets, xref.entries(), xref.sections(), startxref, new ObjectStreams());
        if (document.size() <= document.entries.highest()) {
            // ISO 32000-2 §7.5.5: such objects are missing to some readers and there to others.
            throw PdfFault.malformed("the document has objects beyond its Size");
        }
        return document;
    }

    /** This document with an update on top, whose entries lie above this one's. */
    PdfDocument with(FileOctets file, UpdateSection update) {
        return new PdfDocument(
                file,
                update.entries(),
                List.of(new XrefSection(update.trailer(), update.isStream())),
                update.at(),
                objectStreams);
    }

    /** ISO 32000-2 §7.5.5: the last lines are startxref, the offset, and %%EOF. */
    static long startxref(FileOctets octets) throws IOException, PdfFault {
        int length = (int) Math.min(TAIL, octets.length());
        String tail = new String(octets.copy(octets.length() - length, length), StandardCharsets.ISO_8859_1);
        int at = tail.lastIndexOf("startxref");
        if (at < 0) {
            throw PdfFault.malformed("the document does not end with startxref");
        }
        Lexer lexer = new Lexer(Octets.of(tail.getBytes(StandardCharsets.ISO_8859_1)), at);
        lexer.expect("startxref");
        long offset = lexer.number(octets.length() - 1);
        while (Syntax.isWhite(lexer.peek())) {
            lexer.next();
        }
        String end = tail.substring((int) lexer.position());
        if (!end.startsWith("%%EOF") || !end.substring(5).chars().allMatch(Syntax::isWhite)) {
            throw PdfFault.malformed("the document does not end with %%EOF");
        }
        return offset;
    }

    /** The object, or null where there is none. Streams say where their octets start. */
    public PdfValue resolve(PdfValue value) throws IOException, PdfFault {
        PdfValue resolved = value;
        for (int hops = 0; resolved instanceof PdfValue.Ref(int number, int generation); hops++) {
            if (hops > 16) {
                throw PdfFault.malformed("references that go in circles");
            }
            resolved = object(number, generation);
        }
        return resolved;
    }

    private PdfValue object(int number, int generation) throws IOException, PdfFault {
        @Nullable XrefEntry entry = entries.get(number);
        return switch (entry) {
            case null -> PdfValue.NULL;
            case XrefEntry.Free free -> PdfValue.NULL;
            case XrefEntry.InUse(long offset, int own) -> {
                if (own != generation) {
                    throw PdfFault.malformed("a reference to another generation of object " + number);
                }
                yield objects.read(offset, number, generation);
            }
            case XrefEntry.Compressed(int stream, int index) -> {
                if (generation != 0) {
                    throw PdfFault.malformed("a reference to another generation of object " + number);
                }
                yield objectStream(stream).object(number, index);
            }
        };
    }

    private ObjectStream objectStream(int number) throws IOException, PdfFault {
        if (!(entries.get(number) instanceof XrefEntry.InUse(long offset, int generation))) {
            throw PdfFault.malformed("an object in a stream that is none");
        }
        @Nullable ObjectStream kept = objectStreams.get(offset);
        if (kept != null) {
            return kept;
        }
        if (!(objects.read(offset, number, generation) instanceof PdfValue.Stream stream)) {
            throw PdfFault.malformed("an object in a stream that is none");
        }
        ObjectStream read = ObjectStream.of(stream.dict(), decoded(stream));
        objectStreams.put(offset, read);
        return read;
    }

    /** The octets of a stream that holds structure or text, decoded. */
    public byte[] decoded(PdfValue.Stream stream) throws IOException, PdfFault {
        return StreamDecoder.decode(stream.dict(), objects.octets(stream, length(stream)));
    }

    /** Whether there is no object of that number: a reference to it means null. */
    public boolean isFree(int number) {
        @Nullable XrefEntry entry = entries.get(number);
        return entry == null || entry instanceof XrefEntry.Free;
    }

    /** Whether the octets of both streams are the same, encoded as they are. */
    public boolean sameOctets(PdfValue.Stream own, PdfDocument other, PdfValue.Stream others)
            throws IOException, PdfFault {
        long length = length(own);
        if (length != other.length(others) || !objects.endsAt(own.start() + length)) {
            return false;
        }
        for (long at = 0; own.start() != others.start() && at < length; at += CHUNK) {
            int count = (int) Math.min(CHUNK, length - at);
            if (!Arrays.equals(octets.copy(own.start() + at, count), octets.copy(others.start() + at, count))) {
                return false;
            }
        }
        return true;
    }

    /** How many octets the stream has in the file. ISO 32000-2 §7.5.7: the length of a stream is never itself in one. */
    public long length(PdfValue.Stream stream) throws IOException, PdfFault {
        PdfValue length = stream.dict().get("Length");
        if (length instanceof PdfValue.Ref(int number, int generation)
                && entries.get(number) instanceof XrefEntry.InUse(long offset, int own)
                && own == generation) {
            length = objects.read(offset, number, generation);
        }
        if (length instanceof PdfValue.Int(long octetsOfStream) && octetsOfStream >= 0) {
            return octetsOfStream;
        }
        throw PdfFault.malformed("a stream without a length");
    }

    /** Whether that octet of the file is in the stream of the object at that offset. */
    public boolean isInStreamAt(long objectOffset, long position) throws IOException {
        try {
            return objects.readAny(objectOffset) instanceof PdfValue.Stream stream
                    && position >= stream.start()
                    && position < stream.start() + length(stream)
                    && objects.endsAt(stream.start() + length(stream));
        } catch (PdfFault e) {
            return false;
        }
    }

    /**
     * Where in the file an entry of an object's dictionary stands, its path from there on given by its keys. Empty if the
     * object is in an object stream, or there is no such entry.
     */
    public Optional<EntrySpans.Span> span(PdfValue.Ref object, String... path) throws IOException, PdfFault {
        if (!(entries.get(object.number()) instanceof XrefEntry.InUse(long offset, int generation))
                || generation != object.generation()) {
            return Optional.empty();
        }
        EntrySpans spans = EntrySpans.of(path);
        Lexer lexer = new Lexer(octets, offset);
        lexer.number(object.number());
        lexer.number(object.generation());
        lexer.expect("obj");
        new ValueParser(lexer, spans).value();
        return spans.found();
    }

    /** The newest trailer. */
    public PdfValue.Dict trailer() {
        return sections.get(0).trailer();
    }

    /** Whether the newest cross-reference section is a stream. */
    public boolean endsWithXrefStream() {
        return sections.get(0).isStream();
    }

    /** Where the newest cross-reference section is. */
    public long startxref() {
        return startxref;
    }

    /** One more than the highest object number. */
    public long size() throws PdfFault {
        if (trailer().get("Size") instanceof PdfValue.Int(long size)
                && size > 0
                && size <= IndirectObjects.MAX_NUMBER) {
            return size;
        }
        throw PdfFault.malformed("a trailer without Size");
    }

    XrefMap entries() {
        return entries;
    }

    /** Every object that stands in the file itself. */
    public ObjectPlaces places() {
        return entries.inUse();
    }

    /** Octets of the file. */
    public byte[] copy(long from, int count) throws IOException {
        return octets.copy(from, count);
    }

    public long length() {
        return octets.length();
    }
}
