package vn.lienthong.signer.seal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds a signer's printed name, from the last page backwards and on each page from its end. */
final class NameSearch {
    /** Annexes may follow the signature; a longer search is asked of a rectangle said outright. */
    private static final int MAX_PAGES = 200;

    private static final double SAME_LINE = 2;

    private NameSearch() {}

    static Optional<NameOnPage> find(PDDocument document, String fullName) throws IOException {
        String name = PageText.comparable(fullName);
        int last = document.getNumberOfPages();
        for (int page = last; page > Math.max(0, last - MAX_PAGES); page--) {
            Optional<NameOnPage> found = find(PageText.of(document, page), name, page);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<NameOnPage> find(List<PageText.Letter> letters, String name, int page) {
        StringBuilder text = new StringBuilder(letters.size());
        letters.forEach(l -> text.append(l.value()));
        int end = text.length();
        while (true) {
            int start = text.lastIndexOf(name, end);
            if (start < 0) {
                return Optional.empty();
            }
            if (isWholeWordsOnOneLine(letters, start, start + name.length())) {
                return Optional.of(place(letters, start, start + name.length(), page));
            }
            end = start - 1;
        }
    }

    private static boolean isWholeWordsOnOneLine(List<PageText.Letter> letters, int from, int to) {
        double baseline = letters.get(from).baseline();
        return letters.get(from).startsWord()
                && (to == letters.size() || letters.get(to).startsWord())
                && letters.subList(from, to).stream().allMatch(l -> Math.abs(l.baseline() - baseline) < SAME_LINE);
    }

    private static NameOnPage place(List<PageText.Letter> letters, int from, int to, int page) {
        List<PageText.Letter> name = letters.subList(from, to);
        double left = name.stream().mapToDouble(PageText.Letter::left).min().orElseThrow();
        double right = name.stream().mapToDouble(PageText.Letter::right).max().orElseThrow();
        double top = name.stream().mapToDouble(PageText.Letter::top).min().orElseThrow();
        double above = letters.stream()
                .filter(l -> l.baseline() <= top && l.right() > left && l.left() < right)
                .mapToDouble(PageText.Letter::baseline)
                .max()
                .orElse(0);
        return new NameOnPage(page, left, right, top, top - above);
    }
}
