package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** The pages of a form, one row an entry; each page has the titles of the columns and its number. Not thread-safe. */
final class Table implements AutoCloseable {
    private static final float SIZE = 10;
    private static final float LEADING = 12;
    private static final float PADDING = 2.5f;

    private final PDDocument document;
    private final Faces faces;
    private final List<Column> columns;
    private final String title;
    private @Nullable Sheet sheet;
    private float y;

    Table(PDDocument document, Faces faces, List<Column> columns, String title) {
        this.document = document;
        this.faces = faces;
        this.columns = columns;
        this.title = title;
    }

    void row(RegisterEntry entry) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(Wrapped.lines(
                    faces.regular(),
                    SIZE,
                    column.width() - 2 * PADDING,
                    column.text().apply(entry)));
        }
        row(cells, entry.cancellation() != null);
    }

    /** A line over all columns. */
    void heading(String text) throws IOException {
        Sheet page = room(2);
        page.text(
                faces.bold(),
                SIZE,
                Sheet.LEFT + PADDING,
                y + LEADING,
                faces.bold().shown(text));
        float bottom = y + LEADING + 2 * PADDING;
        page.line(Sheet.LEFT, y, Sheet.LEFT, bottom);
        page.line(Sheet.RIGHT, y, Sheet.RIGHT, bottom);
        page.line(Sheet.LEFT, bottom, Sheet.RIGHT, bottom);
        y = bottom;
    }

    /** What stands below the last row. */
    void closing(List<String> texts) throws IOException {
        float width = Sheet.RIGHT - Sheet.LEFT;
        for (String text : texts) {
            for (String line : Wrapped.lines(faces.italic(), SIZE + 1, width, text)) {
                Sheet page = room(2);
                y += LEADING + 4;
                page.text(faces.italic(), SIZE + 1, Sheet.LEFT, y, line);
            }
        }
    }

    /** A row goes on the next page if it does not fit; one that no page has room for goes on where it began. */
    private void row(List<List<String>> cells, boolean struck) throws IOException {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        int done = 0;
        room(Math.min(Math.max(height, 1), capacity()));
        while (done < Math.max(height, 1)) {
            int here = Math.min(Math.max(height, 1) - done, left());
            if (here < 1) {
                turn();
                continue;
            }
            rows(cells, done, here, struck);
            done += here;
        }
    }

    private void rows(List<List<String>> cells, int from, int count, boolean struck) throws IOException {
        Sheet page = page();
        float bottom = y + count * LEADING + 2 * PADDING;
        float x = Sheet.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            List<String> lines = cells.get(i);
            for (int line = from; line < Math.min(lines.size(), from + count); line++) {
                float base = y + PADDING + (line - from) * LEADING + SIZE * 0.85f;
                page.text(faces.regular(), SIZE, x + PADDING, base, lines.get(line));
                if (struck && columns.get(i).strikes()) {
                    float end = x + PADDING + faces.regular().width(lines.get(line), SIZE);
                    page.line(x + PADDING, base - SIZE * 0.25f, end, base - SIZE * 0.25f);
                }
            }
            page.line(x, y, x, bottom);
            x += columns.get(i).width();
        }
        page.line(Sheet.RIGHT, y, Sheet.RIGHT, bottom);
        page.line(Sheet.LEFT, bottom, Sheet.RIGHT, bottom);
        y = bottom;
    }

    private int left() {
        return (int) ((Sheet.BOTTOM - y - 2 * PADDING) / LEADING);
    }

    private static int capacity() {
        return (int) ((Sheet.BOTTOM - Sheet.TOP - 5 * LEADING - 8 * PADDING) / LEADING);
    }

    /** The page on which so many lines have room. */
    private Sheet room(int lines) throws IOException {
        if (sheet == null || left() < lines) {
            turn();
        }
        return page();
    }

    private Sheet page() {
        if (sheet == null) {
            throw new IllegalStateException("no page was begun");
        }
        return sheet;
    }

    private void turn() throws IOException {
        close();
        Sheet page = new Sheet(document);
        sheet = page;
        float centre = (Sheet.LEFT + Sheet.RIGHT) / 2;
        page.text(faces.italic(), SIZE, Sheet.LEFT, Sheet.TOP, faces.italic().shown(title));
        page.centred(
                faces.regular(), SIZE + 1, centre, Sheet.BOTTOM + 18, Integer.toString(document.getNumberOfPages()));
        y = Sheet.TOP + 6;
        titles(page);
    }

    private void titles(Sheet page) throws IOException {
        List<List<String>> titles = new ArrayList<>();
        for (Column column : columns) {
            titles.add(Wrapped.lines(faces.bold(), SIZE, column.width() - 2 * PADDING, column.title()));
        }
        int height = titles.stream().mapToInt(List::size).max().orElse(1);
        float middle = y + height * LEADING + 2 * PADDING;
        float bottom = middle + LEADING + 2 * PADDING;
        float x = Sheet.LEFT;
        page.line(Sheet.LEFT, y, Sheet.RIGHT, y);
        for (int i = 0; i < columns.size(); i++) {
            float centre = x + columns.get(i).width() / 2;
            List<String> lines = titles.get(i);
            float down = (height - lines.size()) * LEADING / 2;
            for (int line = 0; line < lines.size(); line++) {
                page.centred(
                        faces.bold(),
                        SIZE,
                        centre,
                        y + PADDING + down + line * LEADING + SIZE * 0.85f,
                        lines.get(line));
            }
            page.centred(faces.italic(), SIZE, centre, middle + PADDING + SIZE * 0.85f, "(" + (i + 1) + ")");
            page.line(x, y, x, bottom);
            x += columns.get(i).width();
        }
        page.line(Sheet.RIGHT, y, Sheet.RIGHT, bottom);
        page.line(Sheet.LEFT, middle, Sheet.RIGHT, middle);
        page.line(Sheet.LEFT, bottom, Sheet.RIGHT, bottom);
        y = bottom;
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
    }
}
