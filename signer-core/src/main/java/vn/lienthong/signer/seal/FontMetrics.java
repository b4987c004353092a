package vn.lienthong.signer.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide each character of a bundled font is. Immutable, read once for each font. */
final class FontMetrics {
    private static final int BMP = 0x10000;
    private static final float NO_GLYPH = -1;
    private static final Map<SealFont, FontMetrics> READ = new EnumMap<>(SealFont.class);

    /** In parts of the font's size, by code point. */
    private final float[] widths;

    private FontMetrics(float[] widths) {
        this.widths = widths;
    }

    static FontMetrics of(SealFont font) {
        synchronized (READ) {
            return READ.computeIfAbsent(font, FontMetrics::read);
        }
    }

    boolean canShow(String text) {
        return text.codePoints().allMatch(c -> c < BMP && widths[c] != NO_GLYPH);
    }

    /** In points, at a size in points. */
    double width(String text, double size) {
        return size * text.codePoints().mapToDouble(c -> widths[c]).sum();
    }

    private static FontMetrics read(SealFont font) {
        float[] widths = new float[BMP];
        Arrays.fill(widths, NO_GLYPH);
        try (TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(font.octets()))) {
            CmapLookup cmap = ttf.getUnicodeCmapLookup();
            float unitsPerEm = ttf.getUnitsPerEm();
            for (int c = 0x20; c < BMP; c++) {
                int glyph = cmap.getGlyphId(c);
                if (glyph != 0) {
                    widths[c] = ttf.getAdvanceWidth(glyph) / unitsPerEm;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a font of this library is read", e);
        }
        return new FontMetrics(widths);
    }
}
