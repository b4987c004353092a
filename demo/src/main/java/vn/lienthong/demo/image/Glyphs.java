package vn.lienthong.demo.image;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import vn.lienthong.demo.font.SerifFace;

/** Outlines of letters, read off the bundled font itself: a server without a font system draws them too. */
final class Glyphs implements AutoCloseable {
    private final TrueTypeFont font;
    private final CmapLookup letters;

    Glyphs(SerifFace face) {
        try (InputStream file = face.open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the letter moves the pen at that size. */
    double advance(int codePoint, double size) {
        try {
            return font.getAdvanceWidth(letters.getGlyphId(codePoint)) * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letter on the baseline at the origin, y downwards. */
    Shape outline(int codePoint, double size) {
        try {
            double scale = size / font.getUnitsPerEm();
            var glyph = font.getGlyph().getGlyph(letters.getGlyphId(codePoint));
            return glyph == null
                    ? new java.awt.geom.Path2D.Double()
                    : AffineTransform.getScaleInstance(scale, -scale).createTransformedShape(glyph.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> advance(c, size)).sum();
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
