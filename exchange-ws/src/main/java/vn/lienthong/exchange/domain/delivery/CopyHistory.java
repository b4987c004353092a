package vn.lienthong.exchange.domain.delivery;

import java.util.List;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * The statuses of one recipient's copy as they were recorded, oldest first, and what holds after them.
 *
 * @param holds where the copy stands
 */
public record CopyHistory(List<StatusEntry> entries, CopyState holds) {
    public CopyHistory {
        entries = List.copyOf(entries);
    }

    /** What was recorded was admitted then: nothing of it is refused now. */
    public static CopyHistory of(BusinessType type, List<StatusEntry> entries) {
        CopyState state = CopyState.initial(type);
        for (StatusEntry entry : entries) {
            StatusStep step = entry.status() == StatusCode.RECALLED ? state.onRecallOrder() : state.on(entry.status());
            state = step instanceof Holds(CopyState next) ? next : state;
        }
        return new CopyHistory(entries, state);
    }

    /**
     * Whether reporting that status in those words says nothing new: it is answered as the first time, and not recorded
     * again. The same status in other words is.
     */
    public boolean repeats(StatusCode status, String description) {
        return repeats(holds.on(status), status, description);
    }

    /** As {@link #repeats(StatusCode, String)}, for a recall order. */
    public boolean repeatsOrder(String description) {
        return repeats(holds.onRecallOrder(), StatusCode.RECALLED, description);
    }

    private boolean repeats(StatusStep step, StatusCode status, String description) {
        boolean changes = step instanceof Holds(CopyState next) && !next.equals(holds);
        return !changes
                && entries.stream()
                        .anyMatch(entry ->
                                entry.status() == status && entry.description().equals(description));
    }
}
