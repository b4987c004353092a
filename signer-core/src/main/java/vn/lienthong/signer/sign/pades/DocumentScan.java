package vn.lienthong.signer.sign.pades;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.ObjectPlaces;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.SignatureTraces;

/**
 * Everything that has to see the whole document, in one pass: its digests, the traces of signatures, and whether each object
 * is where the document says. Memory does not depend on the document's length.
 */
final class DocumentScan {
    private static final int FRESH = 256 * 1024;
    /** What lies across the border of two windows is whole in the second. */
    private static final int OVERLAP = 64;

    private DocumentScan() {}

    /** The digests have taken in the whole document; the result is where signatures have left traces. */
    static Set<Long> of(FileChannel file, long length, ObjectPlaces places, List<MessageDigest> digests)
            throws IOException, PdfFault {
        Set<Long> traces = new HashSet<>();
        byte[] window = new byte[(int) Math.min(length, FRESH) + OVERLAP];
        int kept = 0;
        for (long read = 0; read < length; ) {
            int fresh = (int) Math.min(window.length - kept, length - read);
            readFully(file, window, kept, fresh, read);
            for (MessageDigest digest : digests) {
                digest.update(window, kept, fresh);
            }
            int filled = kept + fresh;
            long position = read - kept;
            read += fresh;
            SignatureTraces.find(window, filled, position, traces);
            places.check(window, filled, position, read == length);
            int tail = Math.min(OVERLAP, filled);
            System.arraycopy(window, filled - tail, window, 0, tail);
            kept = tail;
        }
        return traces;
    }

    private static void readFully(FileChannel file, byte[] window, int from, int count, long position)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(window, from, count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position() - from) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
