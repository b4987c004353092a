package vn.lienthong.signer.sign.pades;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.DisplayedPage;
import vn.lienthong.signer.seal.SealFont;

/**
 * Draws a laid-out appearance: text stays text in an embedded subset of its font, an image keeps its transparency. The
 * subset is made when the template is saved.
 */
final class AppearanceStream {
    private AppearanceStream() {}

    /** For a page that is shown so. */
    static PDAppearanceStream draw(Appearance appearance, DisplayedPage page, PDDocument template) throws IOException {
        return draw(appearance, page, template, true);
    }

    /** The same with the fonts as they are: to be looked at, not saved. */
    static PDAppearanceStream drawWhole(Appearance appearance, DisplayedPage page, PDDocument document)
            throws IOException {
        return draw(appearance, page, document, false);
    }

    private static PDAppearanceStream draw(
            Appearance appearance, DisplayedPage page, PDDocument template, boolean subset) throws IOException {
        float height = (float) appearance.box().height().points();
        PDAppearanceStream stream = new PDAppearanceStream(new PDStream(template).getCOSObject());
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle((float) appearance.box().width().points(), height));
        if (page.rotation() != 0) {
            stream.setMatrix(
                    page.upright(appearance.box().width().points(), height).createAffineTransform());
        }
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
            drawLines(appearance, template, subset, content, height);
        }
        return stream;
    }

    private static void drawLines(
            Appearance appearance, PDDocument template, boolean subset, PDPageContentStream content, float height)
            throws IOException {
        Map<SealFont, PDFont> fonts = new EnumMap<>(SealFont.class);
        content.setNonStrokingColor(Color.BLACK);
        for (Appearance.TextLine line : appearance.lines()) {
            PDFont font = fonts.get(line.font());
            if (font == null) {
                font = load(template, line.font(), subset);
                fonts.put(line.font(), font);
            }
            content.beginText();
            content.setFont(font, (float) line.size());
            content.newLineAtOffset((float) line.left(), height - (float) line.baseline());
            content.showText(line.text());
            content.endText();
        }
    }

    private static PDFont load(PDDocument template, SealFont font, boolean subset) throws IOException {
        try (InputStream in = font.open()) {
            return PDType0Font.load(template, in, subset);
        }
    }
}
