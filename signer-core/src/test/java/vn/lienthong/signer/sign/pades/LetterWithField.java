package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** An official letter whose maker left a field for the signature, hidden until it is signed. */
final class LetterWithField {
    private LetterWithField() {}

    static Path write(Path folder, String name, Consumer<PDSignatureField> change) throws IOException {
        return write(folder, name, change, CompressParameters.DEFAULT_COMPRESSION);
    }

    static Path write(Path folder, String name, Consumer<PDSignatureField> change, CompressParameters layout)
            throws IOException {
        Path plain = OfficialLetter.write(folder.resolve("plain.pdf"));
        Path letter = Files.createTempFile(folder, "letter", ".pdf");
        try (PDDocument document = Loader.loadPDF(plain.toFile())) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(name);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(300, 440, 150, 60));
            widget.setPage(document.getPage(0));
            widget.setHidden(true);
            document.getPage(0).setAnnotations(List.of(widget));
            form.setFields(List.of(field));
            change.accept(field);
            document.save(letter.toFile(), layout);
        }
        return letter;
    }
}
