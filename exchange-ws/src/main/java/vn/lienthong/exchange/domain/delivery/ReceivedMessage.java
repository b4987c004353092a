package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/**
 * One row of a received list.
 *
 * @param recipient the receiving agency, by its present identifier
 * @param failures how often the recipient reported {@code fail}
 * @param givenAt when the recipient was first given it, or null
 * @param withdrawnAt when the sender took it back, or null
 */
public record ReceivedMessage(
        DeliveryId id,
        Dispatch dispatch,
        OrganId recipient,
        DeliveryState state,
        int failures,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant givenAt,
        @Nullable Instant withdrawnAt) {}
