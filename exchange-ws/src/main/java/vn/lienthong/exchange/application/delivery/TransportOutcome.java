package vn.lienthong.exchange.application.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.failure.Failure;

/** How one report on a delivery's transport ended. */
public sealed interface TransportOutcome {

    /**
     * The delivery is in this state now; it was before, where the report was repeated.
     *
     * @param leasedUntil the end of the caller's lease, or null while it holds none
     */
    record Updated(DeliveryState state, @Nullable Instant leasedUntil) implements TransportOutcome {}

    /** Nothing was changed: {@code not-found}, {@code lease-stale}, {@code delivery-withdrawn} or {@code status-not-allowed}. */
    record Refused(Failure failure) implements TransportOutcome {}
}
