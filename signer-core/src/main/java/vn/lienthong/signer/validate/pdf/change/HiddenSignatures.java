package vn.lienthong.signer.validate.pdf.change;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import vn.lienthong.signer.pdf.ObjectPlaces;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.SignatureTraces;
import vn.lienthong.signer.validate.pdf.ByteRange;

/**
 * Signatures that stand in the octets while no field shows them: somebody took one out of the form before the next one signed,
 * or a reader's repair did. What that one vouched for is not what is shown now.
 */
final class HiddenSignatures {
    private HiddenSignatures() {}

    static void find(Path pdf, FileChannel file, long oldest, Set<ByteRange> signed, ChangeLog log) throws IOException {
        Set<Long> traces;
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(pdf))) {
            traces = SignatureTraces.in(octets);
        }
        signed.forEach(range -> traces.remove(range.firstLength()));
        traces.removeIf(at -> at >= oldest); // those of later revisions are judged by the rules
        if (!traces.isEmpty() && !areEmbedded(file, oldest, traces)) {
            log.add(new Change(
                    ChangeKind.SIGNATURE_HIDDEN,
                    0,
                    0,
                    "at octet " + traces.iterator().next()));
        }
    }

    /** A signed document that is embedded as it is: its signature is in a stream. */
    private static boolean areEmbedded(FileChannel file, long oldest, Set<Long> traces) throws IOException {
        try {
            PdfDocument document = PdfDocument.read(file, oldest);
            ObjectPlaces places = document.places();
            for (long trace : traces) {
                if (!document.isInStreamAt(places.before(trace), trace)) {
                    return false;
                }
            }
            return true;
        } catch (PdfFault unreadable) {
            return false;
        }
    }
}
