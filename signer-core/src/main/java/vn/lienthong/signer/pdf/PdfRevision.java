package vn.lienthong.signer.pdf;

import java.util.BitSet;

/**
 * One revision of a document: all that a reader sees who has the file up to {@code room}.
 *
 * @param number 0 for the oldest one that was asked for, then one for each update
 * @param start where its update begins; 0 for the oldest
 * @param end behind its %%EOF
 * @param room behind the white space that follows %%EOF
 * @param document its objects, with those that it left as they were
 * @param changed the numbers of the objects that its update defines or frees; none for the oldest
 * @param structure of these, the ones that only hold cross-references or other objects
 */
public record PdfRevision(
        int number, long start, long end, long room, PdfDocument document, BitSet changed, BitSet structure) {
    public PdfRevision {
        changed = (BitSet) changed.clone();
        structure = (BitSet) structure.clone();
    }

    @Override
    public BitSet changed() {
        return (BitSet) changed.clone();
    }

    @Override
    public BitSet structure() {
        return (BitSet) structure.clone();
    }

    /** Whether the first octets up to there are this revision, whole. */
    public boolean endsAt(long length) {
        return length >= end && length <= room;
    }

    /** Whether its update has something to say of that object. */
    public boolean changes(int number) {
        return changed.get(number);
    }
}
