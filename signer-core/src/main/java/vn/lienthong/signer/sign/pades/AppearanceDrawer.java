package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.DisplayedPage;

/** Gives DSS the signature field of a laid-out appearance. For one signature; not thread-safe. */
final class AppearanceDrawer implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {
    private final Appearance appearance;
    private @Nullable PDDocument document;
    private @Nullable SignatureOptions options;

    AppearanceDrawer(Appearance appearance) {
        this.appearance = appearance;
    }

    @Override
    public void init(SignatureImageParameters parameters, PDDocument document, SignatureOptions options) {
        this.document = document;
        this.options = options;
    }

    /** The place as DSS wants it: from the top left corner of the page as it is before it is turned. */
    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        PDPage page = initialised(document).getPage(appearance.box().page() - 1);
        PDRectangle visible = page.getCropBox();
        PDRectangle field = DisplayedPage.of(page).inFile(appearance.box());
        AnnotationBox box = new AnnotationBox(
                field.getLowerLeftX() - visible.getLowerLeftX(),
                visible.getUpperRightY() - field.getUpperRightY(),
                field.getUpperRightX() - visible.getLowerLeftX(),
                visible.getUpperRightY() - field.getLowerLeftY());
        return () -> box;
    }

    @Override
    public void draw() throws IOException {
        PDDocument target = initialised(document);
        SignatureOptions signatureOptions = initialised(options);
        PDPage page = target.getPage(appearance.box().page() - 1);
        try (PDDocument template = new PDDocument();
                ByteArrayOutputStream octets = new ByteArrayOutputStream()) {
            addField(template, page);
            template.save(octets);
            signatureOptions.setVisualSignature(new ByteArrayInputStream(octets.toByteArray()));
            signatureOptions.setPage(appearance.box().page() - 1);
        }
    }

    private void addField(PDDocument template, PDPage original) throws IOException {
        template.addPage(new PDPage(original.getMediaBox()));
        PDAcroForm form = new PDAcroForm(template);
        template.getDocumentCatalog().setAcroForm(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().setDirect(true);
        PDSignatureField field = new PDSignatureField(form);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        DisplayedPage page = DisplayedPage.of(original);
        widget.setRectangle(page.inFile(appearance.box()));
        widget.setPrinted(true);
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.getCOSObject().setDirect(true);
        dictionary.setNormalAppearance(AppearanceStream.draw(appearance, page, template));
        widget.setAppearance(dictionary);
    }

    private static <T> T initialised(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("DSS initialises a drawer before it draws");
        }
        return value;
    }
}
