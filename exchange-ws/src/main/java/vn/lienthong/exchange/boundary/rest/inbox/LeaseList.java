package vn.lienthong.exchange.boundary.rest.inbox;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.boundary.rest.view.DispatchSummary;
import vn.lienthong.exchange.boundary.rest.view.LinkView;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.Lease;

/** What was leased; none if nothing waits. */
@Schema(name = "LeaseList", description = "By turn: urgent ones have a head start. Empty if nothing waits")
record LeaseList(@Schema(required = true) List<LeasedDelivery> items) {

    /** A message that nobody else gets for a while. */
    @Schema(name = "LeasedDelivery")
    record LeasedDelivery(
            @Schema(required = true, format = "uuid") String deliveryId,

            @Schema(required = true, format = "uuid") String dispatchId,

            @Schema(required = true, format = "uuid", description = "Proof of this lease")
            String leaseToken,

            @Schema(required = true) Instant leaseUntil,

            @Schema(required = true, description = "Which of the caller's agencies it is for")
            String recipient,

            @Schema(required = true, description = "How often it was given back")
            int failures,

            @Schema(required = true) DispatchSummary dispatch,

            @Schema(required = true, description = "What it recalls, updates or replaces, and what does that to it")
            List<LinkView> changes) {}

    static LeaseList of(List<Lease> leases, List<DispatchLink> links) {
        return new LeaseList(leases.stream()
                .map(lease -> new LeasedDelivery(
                        lease.message().id().toString(),
                        lease.message().dispatch().id().toString(),
                        lease.token().toString(),
                        lease.until(),
                        lease.message().recipient().value(),
                        lease.message().failures(),
                        DispatchSummary.of(lease.message().dispatch()),
                        LinkView.about(
                                links,
                                lease.message().dispatch().id(),
                                lease.message().recipient())))
                .toList());
    }
}
