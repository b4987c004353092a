package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.Place;

/** The first page of a register. Source: Decree 30/2020/NĐ-CP, Annex IV, I.1 and VI.1. */
final class Cover {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final float SIZE = 14;
    private static final float LEADING = 24;

    private final Faces faces;

    Cover(Faces faces) {
        this.faces = faces;
    }

    static String title(Direction direction) {
        return direction == Direction.OUTGOING ? "Sổ đăng ký văn bản đi" : "Sổ đăng ký văn bản đến";
    }

    /** @param spans the first and the last number of each series that is in the register */
    void draw(Sheet page, Extract extract, Map<String, Span> spans) throws IOException {
        float centre = (Sheet.LEFT + Sheet.RIGHT) / 2;
        float width = Sheet.RIGHT - Sheet.LEFT;
        float y = Sheet.TOP + 30;
        for (String line :
                Wrapped.lines(faces.regular(), SIZE, width, extract.superior().toUpperCase(VIETNAMESE))) {
            page.centred(faces.regular(), SIZE, centre, y, line);
            y += LEADING;
        }
        for (String line :
                Wrapped.lines(faces.bold(), SIZE, width, extract.agency().toUpperCase(VIETNAMESE))) {
            page.centred(faces.bold(), SIZE, centre, y, line);
            y += LEADING;
        }
        page.line(centre - 60, y - 14, centre + 60, y - 14);
        y = Sheet.HEIGHT * 0.42f;
        String title = title(extract.book().direction()).toUpperCase(VIETNAMESE);
        page.centred(faces.bold(), 26, centre, y, title);
        y += 2 * LEADING;
        page.centred(faces.bold(), SIZE + 2, centre, y, "Năm: " + extract.book().year());
        y += 1.5f * LEADING;
        for (String line : lines(extract, spans)) {
            page.centred(faces.regular(), SIZE, centre, y, faces.regular().shown(line));
            y += LEADING;
        }
    }

    private static List<String> lines(Extract extract, Map<String, Span> spans) {
        List<String> lines = new ArrayList<>();
        lines.add("Từ ngày " + Column.date(extract.firstDay()) + " đến ngày " + Column.date(extract.lastDay()));
        spans.forEach((series, span) -> lines.add("Từ số " + span.first().printed() + " đến số "
                + span.last().printed() + (series.isEmpty() ? "" : " (" + series + ")")));
        if (spans.isEmpty()) {
            lines.add("Không có văn bản nào");
        }
        lines.add("Quyển số: 01");
        if (extract.closedAt() == null) {
            lines.add("(Sổ chưa đóng)");
        }
        return lines;
    }

    /** From the first number to the last one of a series. */
    record Span(Place first, Place last) {}
}
