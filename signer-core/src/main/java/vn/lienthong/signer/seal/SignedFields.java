package vn.lienthong.signer.seal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
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
        PDRectangle visible = page.getCropBox();
        PDRectangle field = widget.getRectangle();
        return PageBox.ifPossible(
                index + 1,
                field.getLowerLeftX() - visible.getLowerLeftX(),
                visible.getUpperRightY() - field.getUpperRightY(),
                field.getWidth(),
                field.getHeight());
    }
}
