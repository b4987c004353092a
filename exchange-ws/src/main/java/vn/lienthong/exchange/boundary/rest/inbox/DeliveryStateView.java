package vn.lienthong.exchange.boundary.rest.inbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.TransportOutcome;

/** Where a delivery stands after a report. */
@Schema(name = "DeliveryState")
record DeliveryStateView(
        @Schema(required = true, format = "uuid") String deliveryId,

        @Schema(
                required = true,
                enumeration = {"initial", "processing", "done", "fail"})
        String state,

        @Schema(description = "The end of the caller's lease, where it still holds one", nullable = true) @Nullable Instant leaseUntil) {

    static DeliveryStateView of(String deliveryId, TransportOutcome.Updated updated) {
        return new DeliveryStateView(deliveryId, updated.state().wireName(), updated.leasedUntil());
    }
}
