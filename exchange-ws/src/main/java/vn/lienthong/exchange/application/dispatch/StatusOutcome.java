package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.failure.Failure;

/** How one report of a business status ended. */
public sealed interface StatusOutcome {

    /**
     * The status stands in the dispatch's history, and a status message is on its way to the other party.
     *
     * @param entries what was added, one a recipient for 13; none if it was reported before
     */
    record Recorded(List<StatusEntry> entries) implements StatusOutcome {
        public Recorded {
            entries = List.copyOf(entries);
        }

        public boolean repeated() {
            return entries.isEmpty();
        }
    }

    /** Nothing was recorded. */
    record Refused(Failure failure) implements StatusOutcome {}
}
