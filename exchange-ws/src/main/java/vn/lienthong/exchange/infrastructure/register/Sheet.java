package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One A4 page, broadside; lengths are points, {@code y} is measured from its top edge. Not thread-safe. */
final class Sheet implements AutoCloseable {
    static final float MILLIMETRE = 72 / 25.4f;
    static final float WIDTH = PDRectangle.A4.getHeight();
    static final float HEIGHT = PDRectangle.A4.getWidth();
    static final float LEFT = 20 * MILLIMETRE;
    static final float RIGHT = WIDTH - 15 * MILLIMETRE;
    static final float TOP = 15 * MILLIMETRE;
    static final float BOTTOM = HEIGHT - 17 * MILLIMETRE;

    private static final float THIN = 0.5f;

    private final PDPageContentStream content;

    Sheet(PDDocument document) throws IOException {
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        content.setLineWidth(THIN);
    }

    void text(Face face, float size, float x, float y, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFont(face.font(), size);
        content.newLineAtOffset(x, HEIGHT - y);
        content.showText(text);
        content.endText();
    }

    void centred(Face face, float size, float centre, float y, String text) throws IOException {
        text(face, size, centre - face.width(text, size) / 2, y, text);
    }

    void line(float fromX, float fromY, float toX, float toY) throws IOException {
        content.moveTo(fromX, HEIGHT - fromY);
        content.lineTo(toX, HEIGHT - toY);
        content.stroke();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
