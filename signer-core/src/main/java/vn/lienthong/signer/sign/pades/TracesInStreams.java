package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import vn.lienthong.signer.pdf.SignatureTraces;

/** Signatures of files that are embedded as they are. */
final class TracesInStreams {
    private TracesInStreams() {}

    /** How many traces of signatures the document's streams hold. */
    static int count(COSDocument document) throws IOException {
        int found = 0;
        for (COSObjectKey key : Set.copyOf(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream) {
                try (InputStream raw = stream.createRawInputStream()) {
                    found += SignatureTraces.in(raw).size();
                }
            }
        }
        return found;
    }
}
