package vn.lienthong.signer.seal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The visible signatures that a document has already. */
final class SignedFields {
    private SignedFields() {}

    /** The rectangle of the visible signature that was made last. */
    static Optional<PageBox> newestVisible(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return Optional.empty();
        }
        List<PDSignatureField> fields = StreamSupport.stream(form.getFieldTree().spliterator(), false)
                .filter(PDSignatureField.class::isInstance)
                .map(PDSignatureField.class::cast)
                .filter(f -> f.getSignature() != null && isVisible(f))
                .toList();
        return fields.stream()
                .max(Comparator.comparingLong(f -> covered(f.getSignature())))
                .flatMap(f -> box(document, f.getWidgets().get(0)));
    }

    /** The rectangle of the field of that fully qualified name, if it can be seen, in one place, and is not signed. */
    static Optional<PageBox> empty(PDDocument document, String name) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null
                || !(form.getField(name) instanceof PDSignatureField field)
                || field.getSignature() != null
                || field.getWidgets().size() != 1
                || !isVisible(field)) {
            return Optional.empty();
        }
        return box(document, field.getWidgets().get(0));
    }

    private static boolean isVisible(PDSignatureField field) {
        List<PDAnnotationWidget> widgets = field.getWidgets();
        return !widgets.isEmpty()
                && widgets.get(0).getRectangle() != null
                && widgets.get(0).getRectangle().getWidth() > 1
                && widgets.get(0).getRectangle().getHeight() > 1;
    }

    /** Where the octets end that the signature covers: the newest one covers the most. */
    private static long covered(PDSignature signature) {
        int[] range = signature.getByteRange();
        return range != null && range.length == 4 ? (long) range[2] + range[3] : 0;
    }

    private static Optional<PageBox> box(PDDocument document, PDAnnotationWidget widget) {
        PDPage page = widget.getPage();
        int index = page == null ? -1 : document.getPages().indexOf(page);
        if (index < 0) {
            return Optional.empty();
        }
        return DisplayedPage.of(page).shown(index + 1, widget.getRectangle());
    }
}
