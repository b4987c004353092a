package vn.lienthong.exchange.boundary.rest.dispatches;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.view.DispatchSummary;
import vn.lienthong.exchange.boundary.rest.view.LinkView;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
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
            @Schema(required = true) SentDelivery delivery,

            @Schema(required = true, description = "Recalls, updates and replacements of this recipient's copy")
            List<LinkView> changes) {}

    static SentPage of(List<SentMessage> rows, List<DispatchLink> links, Page page) {
        return new SentPage(
                rows.stream()
                        .map(row -> new SentRow(
                                DispatchSummary.of(row.dispatch()),
                                SentDelivery.of(row),
                                LinkView.about(links, row.dispatch().id(), row.recipient())))
                        .toList(),
                Cursor.next(page, rows));
    }
}
