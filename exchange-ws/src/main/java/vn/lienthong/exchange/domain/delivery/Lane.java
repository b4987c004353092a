package vn.lienthong.exchange.domain.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How far ahead of what came before it a message is given. A head start instead of separate queues: its turn is settled
 * when it comes, so no two waiting messages ever change places, and what is not urgent waits for its own turn at the
 * longest.
 */
public enum Lane {
    /** Thường. */
    NORMAL(Duration.ZERO),
    /** Khẩn. */
    URGENT(Duration.ofHours(1)),
    /** Thượng khẩn. */
    VERY_URGENT(Duration.ofHours(4)),
    /** Hỏa tốc, and hỏa tốc hẹn giờ: to be taken at once. */
    IMMEDIATE(Duration.ofHours(12));

    private final Duration headStart;

    Lane(Duration headStart) {
        this.headStart = headStart;
    }

    /** @param priority 0 to 4, as edXML numbers them */
    public static Lane of(int priority) {
        return values()[Math.clamp(priority, 0, values().length - 1)];
    }

    /** The place in the mailbox of a message that came then. */
    public Instant turn(Instant acceptedAt) {
        return acceptedAt.minus(headStart);
    }
}
