package vn.lienthong.signer.pdf;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decoded object streams of a file that were used last, by the offset at which they stand, shared by all revisions. What
 * is kept and what is decoded in all is bounded, however often a hostile document makes us come back. Not thread-safe.
 */
final class ObjectStreams {
    private static final long KEPT = 32L << 20;
    private static final long DECODED = 2L << 30;

    private final Map<Long, ObjectStream> streams = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;
    private long decoded;

    @Nullable ObjectStream get(long offset) {
        return streams.get(offset);
    }

    void put(long offset, ObjectStream stream) throws PdfFault {
        decoded += stream.length();
        if (decoded > DECODED) {
            throw PdfFault.tooComplex("object streams that have to be decoded again and again");
        }
        streams.put(offset, stream);
        kept += stream.length();
        Iterator<ObjectStream> oldest = streams.values().iterator();
        while (kept > KEPT && streams.size() > 1) {
            kept -= oldest.next().length();
            oldest.remove();
        }
    }
}
