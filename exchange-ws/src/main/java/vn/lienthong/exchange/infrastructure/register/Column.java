package vn.lienthong.exchange.infrastructure.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/**
 * A column of a register's form.
 *
 * @param millimetres how wide; those of a form fill the page
 * @param strikes whether what it says of a cancelled entry is struck through
 */
record Column(String title, float millimetres, boolean strikes, Function<RegisterEntry, String> text) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** Source: Decree 30/2020/NĐ-CP, Annex IV, I.2. */
    private static final List<Column> OUTGOING = List.of(
            new Column("Số, ký hiệu văn bản", 29, true, RegisterEntry::code),
            new Column(
                    "Ngày tháng văn bản",
                    20,
                    false,
                    entry -> date(entry.columns().documentDate())),
            new Column("Tên loại và trích yếu nội dung văn bản", 61, false, Column::subject),
            new Column("Người ký", 26, false, entry -> entry.columns().signer()),
            new Column("Nơi nhận văn bản", 37, false, entry -> entry.columns().recipients()),
            new Column(
                    "Đơn vị, người nhận bản lưu",
                    24,
                    false,
                    entry -> entry.handover().receiver()),
            new Column("Số lượng bản", 12, false, Column::copies),
            new Column("Ngày chuyển", 20, false, entry -> date(entry.handover().transferredOn())),
            new Column("Ký nhận", 17, false, entry -> entry.handover().receivedBy()),
            new Column("Ghi chú", 16, false, Column::note));

    /** Source: Decree 30/2020/NĐ-CP, Annex IV, VI.2. */
    private static final List<Column> INCOMING = List.of(
            new Column("Ngày đến", 20, false, entry -> date(entry.registeredOn())),
            new Column("Số đến", 16, true, entry -> entry.place().printed()),
            new Column("Tác giả", 34, false, entry -> entry.columns().author()),
            new Column("Số, ký hiệu văn bản", 28, false, RegisterEntry::code),
            new Column(
                    "Ngày tháng văn bản",
                    20,
                    false,
                    entry -> date(entry.columns().documentDate())),
            new Column("Tên loại và trích yếu nội dung văn bản", 61, false, Column::subject),
            new Column(
                    "Đơn vị hoặc người nhận",
                    30,
                    false,
                    entry -> entry.handover().receiver()),
            new Column("Ngày chuyển", 20, false, entry -> date(entry.handover().transferredOn())),
            new Column("Ký nhận", 17, false, entry -> entry.handover().receivedBy()),
            new Column("Ghi chú", 16, false, Column::note));

    static List<Column> of(Direction direction) {
        return switch (direction) {
            case OUTGOING -> OUTGOING;
            case INCOMING -> INCOMING;
        };
    }

    float width() {
        return millimetres * Sheet.MILLIMETRE;
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    private static String copies(RegisterEntry entry) {
        Integer copies = entry.columns().copies();
        return copies == null ? "" : copies.toString();
    }

    private static String subject(RegisterEntry entry) {
        String text = entry.columns().typeAndSubject();
        return entry.cancellation() == null
                ? text
                : text + " – Đã hủy ngày "
                        + date(VietnamTime.day(entry.cancellation().at())) + ": "
                        + entry.cancellation().reason();
    }

    private static String note(RegisterEntry entry) {
        String note = entry.handover().note();
        if (entry.cancellation() == null) {
            return note;
        }
        return note.isEmpty() ? "ĐÃ HỦY" : "ĐÃ HỦY; " + note;
    }
}
