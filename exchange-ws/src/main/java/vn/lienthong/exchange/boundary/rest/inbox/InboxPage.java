package vn.lienthong.exchange.boundary.rest.inbox;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.view.DispatchSummary;
import vn.lienthong.exchange.boundary.rest.view.LinkView;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;

/** A slice of what waits. */
@Schema(
        name = "InboxPage",
        description = "By turn: urgent ones have a head start. Confirmed and withdrawn messages are off the list")
record InboxPage(
        @Schema(required = true) List<WaitingDelivery> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

    /** A message that waits. */
    @Schema(name = "WaitingDelivery")
    record WaitingDelivery(
            @Schema(required = true, format = "uuid") String deliveryId,

            @Schema(required = true) String recipient,

            @Schema(
                    required = true,
                    enumeration = {"initial", "processing", "fail"})
            String state,

            @Schema(required = true) int failures,

            @Schema(required = true) Instant createdAt,

            @Schema(required = true) DispatchSummary dispatch,

            @Schema(required = true, description = "What it recalls, updates or replaces, and what does that to it")
            List<LinkView> changes) {}

    static InboxPage of(List<ReceivedMessage> rows, List<DispatchLink> links, Page page) {
        return new InboxPage(
                rows.stream()
                        .map(row -> new WaitingDelivery(
                                row.id().toString(),
                                row.recipient().value(),
                                row.state().wireName(),
                                row.failures(),
                                row.createdAt(),
                                DispatchSummary.of(row.dispatch()),
                                LinkView.about(links, row.dispatch().id(), row.recipient())))
                        .toList(),
                Cursor.next(page, rows));
    }
}
