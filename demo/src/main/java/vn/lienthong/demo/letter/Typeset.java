package vn.lienthong.demo.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A face at a size, which can measure. */
record Typeset(PDFont font, float size) {

    /** Width of the text in points. */
    float width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
