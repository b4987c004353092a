package vn.lienthong.exchange.boundary.rest.deadlines;

import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.deadline.ReportRow;

/** How deadlines of a month were kept. */
@Schema(name = "DeadlineReport")
record DeadlineReport(
        @Schema(required = true, examples = "2026-11") String month,

        @Schema(required = true) List<Row> rows) {

    /** An agency's deadlines of one kind. */
    @Schema(name = "DeadlineReportRow")
    record Row(
            @Schema(required = true) String agency,

            @Schema(
                    required = true,
                    description = "`send`: gửi trong hạn từ ngày ký; `receive`: xác nhận trong hạn từ lúc đến",
                    enumeration = {"send", "receive"})
            String kind,

            @Schema(required = true, description = "Đúng hạn")
            long kept,

            @Schema(required = true, description = "Quá hạn")
            long late,

            @Schema(required = true, description = "Chưa đến hạn")
            long open) {

        static Row of(ReportRow row) {
            return new Row(row.agency().value(), row.kind().wireName(), row.kept(), row.late(), row.open());
        }
    }

    static DeadlineReport of(YearMonth month, List<ReportRow> rows) {
        return new DeadlineReport(month.toString(), rows.stream().map(Row::of).toList());
    }

    /** The same as CSV by RFC 4180; no value needs quotes. */
    String csv() {
        StringBuilder csv = new StringBuilder("month,agency,kind,kept,late,open\r\n");
        rows.forEach(row -> csv.append(month)
                .append(',')
                .append(row.agency())
                .append(',')
                .append(row.kind())
                .append(',')
                .append(row.kept())
                .append(',')
                .append(row.late())
                .append(',')
                .append(row.open())
                .append("\r\n"));
        return csv.toString();
    }
}
