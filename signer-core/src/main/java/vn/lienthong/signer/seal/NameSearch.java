package vn.lienthong.signer.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds a signer's printed name, from the last page backwards and on each page from its end. */
final class NameSearch {
    /** Annexes may follow the signature; a longer search is asked of a rectangle said outright. */
    private static final int MAX_PAGES = 200;

    private static final double SAME_LINE = 2;

    /** More than between words of a line of 14 points, less than between columns. */
    private static final double COLUMN_GAP = 14;

    /** Room for a signature of 20 millimetres, and as much again twice over. */
    private static final double NEAR = Length.ofMillimetres(60).points();

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

    /** All places where the name stands close under the title, the last page first; two are enough to know. */
    static List<NameOnPage> under(PDDocument document, String title, String fullName) throws IOException {
        String line = PageText.comparable(title);
        String name = PageText.comparable(fullName);
        List<NameOnPage> found = new ArrayList<>();
        int last = document.getNumberOfPages();
        for (int page = last; page > Math.max(0, last - MAX_PAGES) && found.size() < 2; page--) {
            found.addAll(under(PageText.of(document, page), line, name, page));
        }
        return found;
    }

    private static List<NameOnPage> under(List<PageText.Letter> letters, String title, String name, int page) {
        List<Words> titles = all(letters, title).stream()
                .filter(words -> isWholeLine(letters, words))
                .toList();
        return all(letters, name).stream()
                .map(words -> place(letters, words, page))
                .filter(place -> titles.stream().anyMatch(each -> stands(letters, place, each, page)))
                .toList();
    }

    /** Letters from one to before another. */
    private record Words(int from, int to) {}

    private static Optional<NameOnPage> find(List<PageText.Letter> letters, String name, int page) {
        return all(letters, name).stream().findFirst().map(words -> place(letters, words, page));
    }

    /** Where that stands as whole words on one line, the last first. */
    private static List<Words> all(List<PageText.Letter> letters, String what) {
        if (what.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder(letters.size());
        letters.forEach(l -> text.append(l.value()));
        List<Words> found = new ArrayList<>();
        for (int start = text.lastIndexOf(what); start >= 0; start = text.lastIndexOf(what, start - 1)) {
            if (isWholeWordsOnOneLine(letters, start, start + what.length())) {
                found.add(new Words(start, start + what.length()));
            }
        }
        return found;
    }

    /** {@code PHÓ CHỦ TỊCH} is not the line {@code CHỦ TỊCH}; what is as far away as another column is of another line. */
    private static boolean isWholeLine(List<PageText.Letter> letters, Words words) {
        List<PageText.Letter> line = letters.subList(words.from(), words.to());
        double baseline = line.getFirst().baseline();
        double left = line.getFirst().left() - COLUMN_GAP;
        double right = line.getLast().right() + COLUMN_GAP;
        long beside = letters.stream()
                .filter(l -> Math.abs(l.baseline() - baseline) < SAME_LINE && l.right() > left && l.left() < right)
                .count();
        return beside == line.size();
    }

    /** The name is in the title's column, close under it, and the title is the next text above. */
    private static boolean stands(List<PageText.Letter> letters, NameOnPage name, Words words, int page) {
        NameOnPage title = place(letters, words, page);
        double baseline = letters.get(words.from()).baseline();
        boolean sameColumn = title.left() <= name.centre() && name.centre() <= title.right()
                || name.left() <= title.centre() && title.centre() <= name.right();
        return sameColumn
                && baseline < name.top()
                && Math.abs(name.top() - baseline - name.freeAbove()) < SAME_LINE
                && name.freeAbove() <= NEAR;
    }

    private static boolean isWholeWordsOnOneLine(List<PageText.Letter> letters, int from, int to) {
        double baseline = letters.get(from).baseline();
        return letters.get(from).startsWord()
                && (to == letters.size() || letters.get(to).startsWord())
                && letters.subList(from, to).stream().allMatch(l -> Math.abs(l.baseline() - baseline) < SAME_LINE);
    }

    private static NameOnPage place(List<PageText.Letter> letters, Words words, int page) {
        List<PageText.Letter> name = letters.subList(words.from(), words.to());
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
