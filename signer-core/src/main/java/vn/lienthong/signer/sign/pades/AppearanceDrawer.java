package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.SealFont;

/**
 * Draws a laid-out appearance as the signature field's own: text stays text in an embedded subset of its font, an image
 * keeps its transparency. For one signature; not thread-safe.
 */
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

    /** The place as DSS wants it: from the top left corner of the page. */
    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        float left = (float) appearance.box().left().points();
        float top = (float) appearance.box().top().points();
        AnnotationBox box =
                new AnnotationBox(left, top, (float) appearance.box().right(), (float)
                        appearance.box().bottom());
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
        widget.setRectangle(rectangle(original.getCropBox()));
        widget.setPrinted(true);
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.getCOSObject().setDirect(true);
        dictionary.setNormalAppearance(stream(template));
        widget.setAppearance(dictionary);
    }

    private PDRectangle rectangle(PDRectangle visible) {
        return new PDRectangle(
                visible.getLowerLeftX() + (float) appearance.box().left().points(),
                visible.getUpperRightY() - (float) appearance.box().bottom(),
                (float) appearance.box().width().points(),
                (float) appearance.box().height().points());
    }

    private PDAppearanceStream stream(PDDocument template) throws IOException {
        float height = (float) appearance.box().height().points();
        PDAppearanceStream stream = new PDAppearanceStream(new PDStream(template).getCOSObject());
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle((float) appearance.box().width().points(), height));
        try (PDPageContentStream content = new PDPageContentStream(template, stream)) {
            if (appearance.picture().isPresent()) {
                Appearance.Picture picture = appearance.picture().get();
                content.drawImage(
                        LosslessFactory.createFromImage(template, picture.image()),
                        (float) picture.left(),
                        height - (float) (picture.top() + picture.height()),
                        (float) picture.width(),
                        (float) picture.height());
            }
            drawLines(template, content, height);
        }
        return stream;
    }

    private void drawLines(PDDocument template, PDPageContentStream content, float height) throws IOException {
        Map<SealFont, PDFont> fonts = new EnumMap<>(SealFont.class);
        content.setNonStrokingColor(Color.BLACK);
        for (Appearance.TextLine line : appearance.lines()) {
            PDFont font = fonts.get(line.font());
            if (font == null) {
                font = load(template, line.font());
                fonts.put(line.font(), font);
            }
            content.beginText();
            content.setFont(font, (float) line.size());
            content.newLineAtOffset((float) line.left(), height - (float) line.baseline());
            content.showText(line.text());
            content.endText();
        }
    }

    private static PDFont load(PDDocument template, SealFont font) throws IOException {
        try (InputStream in = font.open()) {
            return PDType0Font.load(template, in, true);
        }
    }

    private static <T> T initialised(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("DSS initialises a drawer before it draws");
        }
        return value;
    }
}
