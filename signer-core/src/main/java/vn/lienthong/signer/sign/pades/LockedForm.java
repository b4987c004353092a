package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.lienthong.signer.pdf.PdfFault;

/**
 * Whether a signature locks every field of a document's form, those that come later among them. A document timestamp is such
 * a field: ISO 32000-2 lets it in, and validators do not.
 *
 * <p>Source: ISO 32000-2 §12.8.2.4; docs/adr/0031.
 */
public final class LockedForm {
    private LockedForm() {}

    /** False for what the strict reader does not read: others judge that. */
    public static boolean in(Path pdf) throws IOException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            SignableDocument document = SignableDocument.read(file);
            return new FormSignatures(document.document()).lockNewFields(document.fields());
        } catch (PdfFault notRead) {
            return false;
        }
    }
}
