package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A letter that looks as it did, though its pages are turned: the content one way, Rotate the other. */
final class RotatedLetter {
    private RotatedLetter() {}

    /** {@code shift} moves the visible part away from the origin of the page. */
    static void write(Path letter, Path rotated, int rotation, float shift) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            for (PDPage page : document.getPages()) {
                turn(document, page, rotation, shift);
            }
            document.save(rotated.toFile());
        }
    }

    private static void turn(PDDocument document, PDPage page, int rotation, float shift) throws IOException {
        float width = page.getMediaBox().getWidth();
        float height = page.getMediaBox().getHeight();
        boolean onItsSide = rotation % 180 != 0;
        Matrix matrix = switch (rotation) {
            case 90 -> new Matrix(0, 1, -1, 0, height + shift, shift);
            case 180 -> new Matrix(-1, 0, 0, -1, width + shift, height + shift);
            case 270 -> new Matrix(0, -1, 1, 0, shift, width + shift);
            default -> new Matrix(1, 0, 0, 1, shift, shift);
        };
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.PREPEND, false)) {
            content.transform(matrix);
        }
        page.setMediaBox(new PDRectangle(
                0, 0, (onItsSide ? height : width) + 2 * shift, (onItsSide ? width : height) + 2 * shift));
        page.setCropBox(new PDRectangle(shift, shift, onItsSide ? height : width, onItsSide ? width : height));
        page.setRotation(rotation);
    }
}
