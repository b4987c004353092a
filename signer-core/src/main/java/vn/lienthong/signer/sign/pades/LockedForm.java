package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.pdf.PdfFault;

/**
 * Whether a signature locks every field of a document's form, those that come later among them. A document timestamp is such
 * a field: ISO 32000-2 lets it in, and validators do not.
 *
 * <p>Source: ISO 32000-2 §12.8.2.4; docs/adr/0031.
 */
public final class LockedForm {
    private LockedForm() {}

    /** What can be read by nobody is taken as locked. */
    public static boolean in(Path pdf) throws IOException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            SignableDocument document = SignableDocument.read(file);
            return new FormSignatures(document.document()).lockNewFields(document.fields());
        } catch (PdfFault notRead) {
            return asPdfBoxReads(pdf, PdfBoxLocks::lockNewFields);
        }
    }

    /** The same once this empty field is signed, whose maker may have laid down what that locks. */
    public static boolean afterSigning(Path pdf, String field) throws IOException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            SignableDocument document = SignableDocument.read(file);
            FormSignatures signatures = new FormSignatures(document.document());
            Optional<FormFields.EmptyField> empty = document.fields().empty(field);
            return signatures.lockNewFields(document.fields())
                    || empty.isPresent()
                            && signatures.locksNewFields(empty.get().field());
        } catch (PdfFault notRead) {
            return asPdfBoxReads(pdf, document -> PdfBoxLocks.lockNewFields(document, field));
        }
    }

    private static boolean asPdfBoxReads(Path pdf, Predicate<PDDocument> question) {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(pdf.toFile()))) {
            return question.test(document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox promises nothing about what hostile octets make it throw.
            return true;
        }
    }
}
