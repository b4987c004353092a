package vn.lienthong.signer.seal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.seal.Appearance.TextLine;

/**
 * Paragraphs broken at spaces into the lines of one block.
 *
 * @param font of all of them
 * @param size in points
 * @param width of the block, in points
 */
record TextBlock(List<String> paragraphs, SealFont font, double size, double width) {
    private static final double LEADING = 1.15;
    private static final double ASCENT = 0.9;
    private static final int MAX_LINES = 12;

    TextBlock {
        paragraphs = paragraphs.stream()
                .map(p -> Normalizer.normalize(p, Normalizer.Form.NFC).strip())
                .toList();
    }

    /** The lines below {@code top}, or empty if a character has no glyph, a word is too wide or there are too many. */
    Optional<List<TextLine>> lines(double left, double top) {
        FontMetrics metrics = FontMetrics.of(font);
        if (!paragraphs.stream().allMatch(metrics::canShow)) {
            return Optional.empty();
        }
        List<String> broken =
                paragraphs.stream().flatMap(p -> broken(p, metrics).stream()).toList();
        if (broken.size() > MAX_LINES || broken.stream().anyMatch(l -> metrics.width(l, size) > width)) {
            return Optional.empty();
        }
        List<TextLine> lines = new ArrayList<>();
        for (String line : broken) {
            double baseline = top + size * (ASCENT + LEADING * lines.size());
            lines.add(new TextLine(line, font, size, left, baseline));
        }
        return Optional.of(lines);
    }

    /** How high that many lines are, in points. */
    double height(int lines) {
        return size * LEADING * lines;
    }

    private List<String> broken(String paragraph, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
