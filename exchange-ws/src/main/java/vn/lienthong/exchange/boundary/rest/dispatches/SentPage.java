package vn.lienthong.exchange.boundary.rest.dispatches;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.view.DispatchSummary;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.SentMessage;

/** A slice of the sent list. */
@Schema(name = "SentPage", description = "Newest first, one row a recipient")
record SentPage(
        @Schema(required = true) List<SentRow> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

    /** One row: a message and one of its recipients. */
    @Schema(name = "SentRow")
    record SentRow(
            @Schema(required = true) DispatchSummary dispatch,
            @Schema(required = true) SentDelivery delivery) {}

    static SentPage of(List<SentMessage> rows, Page page) {
        return new SentPage(
                rows.stream()
                        .map(row -> new SentRow(DispatchSummary.of(row.dispatch()), SentDelivery.of(row)))
                        .toList(),
                Cursor.next(page, rows));
    }
}
