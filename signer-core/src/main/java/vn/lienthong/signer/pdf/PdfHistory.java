package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A document's revisions from a given one on. What comes after that one is read as exact incremental updates, without any
 * repair: where two readers could see different things, there is a fault instead.
 *
 * <p>Source: ISO 32000-2 §7.5.6.
 */
public final class PdfHistory {
    /** Nobody signs as often. */
    private static final int MAX_UPDATES = 100;

    private PdfHistory() {}

    /**
     * The revisions, oldest first; at least one.
     *
     * @param file stays open as long as the revisions are used
     * @param oldest how many of the file's octets are the oldest revision
     */
    public static List<PdfRevision> read(FileChannel file, long oldest) throws IOException, PdfFault {
        PdfDocument base = PdfDocument.read(file, oldest);
        FileOctets octets = new FileOctets(file, file.size());
        List<PdfRevision> revisions = new ArrayList<>();
        revisions.add(new PdfRevision(0, 0, oldest, oldest, base, new BitSet(), new BitSet()));
        UpdateReader reader = new UpdateReader(octets);
        for (long section : sections(octets, base)) {
            revisions.add(reader.read(revisions.getLast(), section));
        }
        if (revisions.getLast().room() != octets.length()) {
            throw PdfFault.malformed("octets behind the last revision");
        }
        return List.copyOf(revisions);
    }

    /** Where the updates' cross-reference sections are, oldest first. */
    private static Deque<Long> sections(FileOctets octets, PdfDocument base) throws IOException, PdfFault {
        Deque<Long> sections = new ArrayDeque<>();
        if (octets.length() == base.length()) {
            return sections;
        }
        UpdateSectionReader reader = new UpdateSectionReader(octets);
        long at = PdfDocument.startxref(octets);
        while (at >= base.length()) {
            sections.addFirst(at);
            if (sections.size() > MAX_UPDATES) {
                throw PdfFault.tooComplex("more than " + MAX_UPDATES + " updates after a signature");
            }
            at = reader.previous(at);
        }
        if (sections.isEmpty() || at != base.startxref()) {
            throw PdfFault.malformed("an update that is not one of the signed revision");
        }
        return sections;
    }
}
