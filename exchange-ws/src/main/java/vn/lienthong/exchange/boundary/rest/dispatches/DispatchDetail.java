package vn.lienthong.exchange.boundary.rest.dispatches;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.boundary.rest.view.DispatchSummary;
import vn.lienthong.exchange.boundary.rest.view.LinkView;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** A message and, for its sender, its way to each recipient. */
@Schema(name = "DispatchDetail")
record DispatchDetail(
        @Schema(required = true) DispatchSummary dispatch,

        @Schema(required = true, description = "One a recipient for the sender; empty for anybody else")
        List<SentDelivery> deliveries,

        @Schema(
                required = true,
                description = "Recalls, updates and replacements of it, and those that it makes itself")
        List<LinkView> changes) {

    static DispatchDetail of(Dispatch dispatch, List<SentMessage> rows, List<DispatchLink> links) {
        return new DispatchDetail(
                DispatchSummary.of(dispatch),
                rows.stream().map(SentDelivery::of).toList(),
                links.stream().map(LinkView::of).toList());
    }
}
