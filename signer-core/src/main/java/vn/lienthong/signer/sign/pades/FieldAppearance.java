package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.pdf.Revision;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.DisplayedPage;

/**
 * How a signature field looks.
 *
 * @param rectangle on its page
 * @param stream the form that is drawn there
 */
record FieldAppearance(PdfValue.Array rectangle, PdfValue.Ref stream) {
    private static final PdfValue.Array NOWHERE = rectangle(new PDRectangle(0, 0, 0, 0));

    /** Nothing to see. PDF/A-1 wants an appearance all the same. Source: ISO 19005-1 §6.9. */
    static FieldAppearance invisible(Revision revision) {
        PdfValue.Ref stream = revision.reserve();
        Map<String, PdfValue> form = new LinkedHashMap<>();
        form.put("Type", new PdfValue.Name("XObject"));
        form.put("Subtype", new PdfValue.Name("Form"));
        form.put("BBox", NOWHERE);
        form.put("Resources", new PdfValue.Dict(Map.of()));
        revision.put(stream, new PdfValue.Dict(form), new byte[0]);
        return new FieldAppearance(NOWHERE, stream);
    }

    /**
     * A laid-out appearance.
     *
     * @param page that it is on
     */
    static FieldAppearance drawn(Appearance appearance, DisplayedPage page, Revision revision) throws IOException {
        try (PDDocument template = new PDDocument()) {
            PDAppearanceStream stream = AppearanceStream.draw(appearance, page, template);
            // Saving is what makes the subsets of the fonts.
            template.save(OutputStream.nullOutputStream());
            return new FieldAppearance(
                    rectangle(page.inFile(appearance.box())), new CosImport(revision).stream(stream.getCOSObject()));
        }
    }

    private static PdfValue.Array rectangle(PDRectangle rectangle) {
        return new PdfValue.Array(List.of(
                number(rectangle.getLowerLeftX()),
                number(rectangle.getLowerLeftY()),
                number(rectangle.getUpperRightX()),
                number(rectangle.getUpperRightY())));
    }

    private static PdfValue number(float value) {
        return value == Math.rint(value) ? new PdfValue.Int((long) value) : new PdfValue.Real(CosImport.decimal(value));
    }
}
