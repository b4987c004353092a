package vn.lienthong.demo.letter;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines that fit. */
final class Paragraph {
    private Paragraph() {}

    /**
     * The text's words, a list for each line.
     *
     * @param indent by which the first line is shorter than {@code width}, in points
     */
    static List<List<String>> lines(String text, Typeset type, float width, float indent) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            float room = lines.isEmpty() ? width - indent : width;
            line.add(word);
            if (line.size() > 1 && type.width(String.join(" ", line)) > room) {
                line.removeLast();
                lines.add(List.copyOf(line));
                line.clear();
                line.add(word);
            }
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    /** Lines of about equal length, for headings that stand centred. */
    static List<String> balanced(String text, Typeset type, float width) {
        int count = lines(text, type, width, 0).size();
        float narrow = type.width(text) / count;
        while (lines(text, type, narrow, 0).size() > count) {
            narrow += 2;
        }
        return lines(text, type, narrow, 0).stream()
                .map(l -> String.join(" ", l))
                .toList();
    }
}
