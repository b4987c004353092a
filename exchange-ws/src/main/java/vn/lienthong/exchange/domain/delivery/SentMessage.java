package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * One row of a sent list: a dispatch and one of its recipients.
 *
 * @param receivedAt when the recipient confirmed with {@code done}, or null
 * @param withdrawnAt when the sender took it back, or null
 * @param latestStatus the business status that holds of that recipient's copy, or null while there is none
 */
public record SentMessage(
        Dispatch dispatch,
        DeliveryId delivery,
        OrganId recipient,
        DeliveryState state,
        int failures,
        Instant updatedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant withdrawnAt,
        @Nullable StatusCode latestStatus) {}
