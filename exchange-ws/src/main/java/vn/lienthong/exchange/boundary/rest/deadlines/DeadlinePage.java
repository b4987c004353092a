package vn.lienthong.exchange.boundary.rest.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.deadline.ReadDeadlines.Standing;
import vn.lienthong.exchange.domain.deadline.Deadline;

/** A slice of deadlines. */
@Schema(name = "DeadlinePage", description = "The first due first")
record DeadlinePage(
        @Schema(required = true) List<DeadlineView> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

    /** Until when a delivery has to be acknowledged. */
    @Schema(name = "Deadline")
    record DeadlineView(
            @Schema(required = true, format = "uuid") String delivery,

            @Schema(required = true, description = "Whose it is")
            String agency,

            @Schema(required = true, description = "0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ")
            int priority,

            @Schema(
                    required = true,
                    enumeration = {"open", "near", "overdue", "kept", "late", "ended"})
            String state,

            @Schema(required = true) Instant startedAt,

            @Schema(required = true) Instant dueAt,

            @Schema(nullable = true) @Nullable Instant warnedAt,

            @Schema(nullable = true) @Nullable Instant acknowledgedAt) {

        static DeadlineView of(Deadline deadline, Instant now) {
            return new DeadlineView(
                    deadline.delivery().toString(),
                    deadline.agency().value(),
                    deadline.priority(),
                    deadline.state(now).name().toLowerCase(Locale.ROOT),
                    deadline.startedAt(),
                    deadline.dueAt(),
                    deadline.warnedAt(),
                    deadline.metAt());
        }
    }

    static DeadlinePage of(Standing standing, DeadlineCursor cursor) {
        return new DeadlinePage(
                standing.deadlines().stream()
                        .map(deadline -> DeadlineView.of(deadline, standing.at()))
                        .toList(),
                cursor.next(standing.deadlines()));
    }
}
