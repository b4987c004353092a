package vn.lienthong.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * New and changed objects, to be appended to a document in the form that it has already: with a cross-reference table where
 * the newest one is a table, with a stream where it is a stream. Not thread-safe.
 *
 * <p>Source: ISO 32000-2 §7.5.6.
 */
public final class Revision {
    private final PdfDocument base;
    private final Map<Integer, Change> changes = new TreeMap<>();
    private int next;

    private record Change(int generation, PdfValue value, Bytes stream) {}

    public Revision(PdfDocument base) throws PdfFault {
        this.base = base;
        this.next = (int) base.size();
    }

    /** A number that no object has yet. */
    public PdfValue.Ref reserve() {
        return new PdfValue.Ref(next++, 0);
    }

    /** The object has that value from this revision on. */
    public void put(PdfValue.Ref ref, PdfValue value) {
        changes.put(ref.number(), new Change(ref.generation(), value, Bytes.of(new byte[0])));
    }

    /** The object is a stream of these octets, encoded as its dictionary says. */
    public void put(PdfValue.Ref ref, PdfValue.Dict dict, byte[] octets) {
        changes.put(
                ref.number(),
                new Change(
                        ref.generation(),
                        new PdfValue.Stream(dict.with("Length", new PdfValue.Int(octets.length)), 0),
                        Bytes.of(octets)));
    }

    /**
     * The octets to append: the changes, and one more object that reserves a place for a signature.
     *
     * @param signature the object number of the signature dictionary
     * @param identifier the second part of the file identifier: different for each revision
     */
    public SignableRevision write(PdfValue.Ref signature, SignaturePlace place, byte[] identifier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(place.size() + 4096);
        ValueWriter writer = new ValueWriter(out);
        int last = base.copy(base.length() - 1, 1)[0];
        if (last != '\n' && last != '\r') {
            writer.raw("\n");
        }
        Map<Integer, long[]> offsets = new TreeMap<>();
        offsets.put(signature.number(), new long[] {base.length() + writer.position(), signature.generation()});
        writer.raw(header(signature.number(), signature.generation()));
        SignaturePlace.Written written = place.write(writer);
        writer.raw("\nendobj\n");
        for (Map.Entry<Integer, Change> change : changes.entrySet()) {
            Change what = change.getValue();
            offsets.put(change.getKey(), new long[] {base.length() + writer.position(), what.generation()});
            writer.raw(header(change.getKey(), what.generation()));
            if (what.value() instanceof PdfValue.Stream(PdfValue.Dict dict, long start)) {
                writer.value(dict)
                        .raw("\nstream\n")
                        .raw(what.stream().toArray())
                        .raw("\nendstream");
            } else {
                writer.value(what.value());
            }
            writer.raw("\nendobj\n");
        }
        new XrefWriter(base, writer, next, identifier).write(offsets);
        return new SignableRevision(out.toByteArray(), base.length(), written);
    }

    private static String header(int number, int generation) {
        return number + " " + generation + " obj\n";
    }
}
