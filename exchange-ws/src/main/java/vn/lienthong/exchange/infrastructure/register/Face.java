package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.lienthong.signer.seal.SealFont;

/** A typeface within one document, embedded once with the letters that are used. Not thread-safe. */
final class Face {
    private static final int MISSING = '?';
    private static final float NO_GLYPH = -1;

    private final PDFont font;

    /** In parts of the size, by code point. */
    private final Map<Integer, Float> widths = new HashMap<>();

    Face(PDDocument document, SealFont file) throws IOException {
        try (InputStream in = file.open()) {
            font = PDType0Font.load(document, in, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be shown: composed letters, a question mark for what the face has no letter for. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .map(c -> width(c) == NO_GLYPH ? MISSING : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** In points, of a text that can be shown. */
    float width(String text, float size) {
        return size * (float) text.codePoints().mapToDouble(this::width).sum();
    }

    private float width(int c) {
        return widths.computeIfAbsent(c, this::measured);
    }

    private float measured(int c) {
        try {
            return font.getStringWidth(Character.toString(c)) / 1000;
        } catch (IllegalArgumentException noGlyph) {
            return NO_GLYPH;
        } catch (IOException e) {
            throw new UncheckedIOException("a font in memory is read", e);
        }
    }
}
