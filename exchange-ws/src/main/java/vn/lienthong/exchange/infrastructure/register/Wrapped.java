package vn.lienthong.exchange.infrastructure.register;

import java.util.ArrayList;
import java.util.List;

/** Texts broken into lines. */
final class Wrapped {
    private Wrapped() {}

    /** At spaces, and within a word that is too wide for a line; no line for an empty text. */
    static List<String> lines(Face face, float size, float width, String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : face.shown(text).strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (face.width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (face.width(line, size) > width && line.length() > 1) {
                int fits = fitting(face, size, width, line);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static int fitting(Face face, float size, float width, String word) {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()) {
            int next = word.offsetByCodePoints(fits, 1);
            if (face.width(word.substring(0, next), size) > width) {
                break;
            }
            fits = next;
        }
        return fits;
    }
}
