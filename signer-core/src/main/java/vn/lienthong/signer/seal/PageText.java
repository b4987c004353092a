package vn.lienthong.signer.seal;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The letters of one page in reading order, each with its place; not thread-safe. */
final class PageText extends PDFTextStripper {

    /** One letter, decomposed and in lower case. {@code startsWord}: something other than a letter comes before it. */
    record Letter(char value, boolean startsWord, double left, double right, double top, double baseline) {}

    private final List<Letter> letters = new ArrayList<>();
    private final int rotation;
    private boolean atWordStart = true;

    private PageText(int rotation) {
        this.rotation = rotation;
        setSortByPosition(true);
    }

    static List<Letter> of(PDDocument document, int page) throws IOException {
        PageText text =
                new PageText(DisplayedPage.of(document.getPage(page - 1)).rotation());
        text.setStartPage(page);
        text.setEndPage(page);
        text.writeText(document, Writer.nullWriter());
        return text.letters;
    }

    /** The form in which names are compared: case, spacing and the Unicode form do not matter. */
    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", "");
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            String unicode = position.getUnicode();
            // text that is not upright as the page is shown has its places in a frame of its own
            if (unicode == null || unicode.isBlank() || position.getDir() != rotation) {
                atWordStart = true;
                continue;
            }
            double left = position.getXDirAdj();
            double baseline = position.getYDirAdj();
            for (char c : comparable(unicode).toCharArray()) {
                letters.add(new Letter(
                        c,
                        atWordStart,
                        left,
                        left + position.getWidthDirAdj(),
                        baseline - position.getHeightDir(),
                        baseline));
                atWordStart = false;
            }
        }
    }

    @Override
    protected void writeWordSeparator() {
        atWordStart = true;
    }

    @Override
    protected void writeLineSeparator() {
        atWordStart = true;
    }
}
