package vn.lienthong.exchange.domain.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;

/**
 * Until when a delivery has to be acknowledged.
 *
 * @param agency whose deadline it is
 * @param warnedAt when its agency was warned, or null
 * @param missedAt when it was found missed, or null
 * @param metAt when the delivery was acknowledged, or null
 * @param endedAt when nothing had to be acknowledged any more, or null
 */
public record Deadline(
        DeliveryId delivery,
        OrganId agency,
        int priority,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnedAt,
        @Nullable Instant missedAt,
        @Nullable Instant metAt,
        @Nullable Instant endedAt) {

    /** How a deadline stands. */
    public enum State {
        OPEN,
        /** Open, and its agency was warned. */
        NEAR,
        OVERDUE,
        KEPT,
        LATE,
        ENDED
    }

    /** As it stands then. */
    public State state(Instant now) {
        if (metAt != null) {
            return metAt.isAfter(dueAt) ? State.LATE : State.KEPT;
        }
        if (endedAt != null) {
            return State.ENDED;
        }
        if (now.isAfter(dueAt)) {
            return State.OVERDUE;
        }
        return warnedAt == null ? State.OPEN : State.NEAR;
    }
}
