package vn.lienthong.demo.letter;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * One A4 page that is written from the top down; lengths are points, {@code y} is measured from the page's top edge.
 *
 * <p>Margins: 20 mm above and below, 30 mm left, 18 mm right. Source: Decree 30/2020/NĐ-CP, Annex I, part I.
 */
final class Sheet implements AutoCloseable {
    static final float MILLIMETRE = 72 / 25.4f;
    static final float LEFT = 30 * MILLIMETRE;
    static final float RIGHT = PDRectangle.A4.getWidth() - 18 * MILLIMETRE;
    static final float TOP = 20 * MILLIMETRE;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 20 * MILLIMETRE;

    private final PDPageContentStream content;

    Sheet(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
    }

    void text(Typeset type, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(type.font(), type.size());
        content.newLineAtOffset(x, flipped(y));
        content.showText(text);
        content.endText();
    }

    void centred(Typeset type, float centre, float y, String text) throws IOException {
        text(type, centre - type.width(text) / 2, y, text);
    }

    /** The words stand between {@code x} and {@code x + width}, the space between them widened alike. */
    void justified(Typeset type, float x, float y, float width, List<String> words) throws IOException {
        String plain = String.join(" ", words);
        int gaps = words.size() - 1;
        float extra = gaps == 0 ? 0 : (width - type.width(plain)) / gaps;
        Object[] pieces = new Object[gaps * 2 + 1];
        for (int i = 0; i < words.size(); i++) {
            pieces[i * 2] = i < gaps ? words.get(i) + " " : words.get(i);
            if (i < gaps) {
                pieces[i * 2 + 1] = -extra / type.size() * 1000;
            }
        }
        content.beginText();
        content.setFont(type.font(), type.size());
        content.newLineAtOffset(x, flipped(y));
        content.showTextWithPositioning(pieces);
        content.endText();
    }

    void line(float x, float y, float length, float thickness) throws IOException {
        content.setLineWidth(thickness);
        content.moveTo(x, flipped(y));
        content.lineTo(x + length, flipped(y));
        content.stroke();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static float flipped(float y) {
        return PDRectangle.A4.getHeight() - y;
    }
}
