package vn.lienthong.exchange.domain.keypolicy;

import java.util.regex.Pattern;

/**
 * The abbreviation of a kind of administrative document (chữ viết tắt tên loại văn bản), such as {@code QĐ} or
 * {@code TB}; {@code CV} stands for a letter (công văn), which the decree gives none.
 *
 * <p>Source: Decree 30/2020/NĐ-CP, Annex III, section I.
 */
public record DocumentKind(String abbreviation) implements Comparable<DocumentKind> {
    private static final Pattern FORM = Pattern.compile("\\p{Lu}[\\p{L}]{0,9}");

    public DocumentKind {
        if (!isWellFormed(abbreviation)) {
            throw new IllegalArgumentException("a kind of document is 1 to 10 letters, the first a capital");
        }
    }

    /** Whether {@code text} can be a kind; ask before constructing one from outside text. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(DocumentKind other) {
        return abbreviation.compareTo(other.abbreviation);
    }

    @Override
    public String toString() {
        return abbreviation;
    }
}
