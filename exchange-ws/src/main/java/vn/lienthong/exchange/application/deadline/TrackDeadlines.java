package vn.lienthong.exchange.application.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import vn.lienthong.exchange.application.recent.Recent;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.deadline.DeadlineSettings;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Deadlines begin with what they are about, in its transaction. Thread-safe. */
public final class TrackDeadlines {
    /**
     * For so long what was just decided may not count for what arrives. It is looked at anew when it is to be warned of or
     * missed, so a deadline that began by the settings before ends by those that hold.
     */
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private static final String ONE = "settings";

    private final Recent<String, DeadlineSettings> recent = new Recent<>(GOOD_FOR);

    /**
     * Each of these recipients of a document has to acknowledge it in time.
     *
     * @param from when it came for them
     */
    public void arrived(Ledger ledger, Dispatch dispatch, SortedMap<OrganId, DeliveryId> recipients, Instant from) {
        if (dispatch.type() != MessageType.EDOC) {
            return;
        }
        DeadlineSettings settings = settings(ledger, from);
        DeadlineRule rule = settings.rule(DeadlineKind.RECEIVE, dispatch.priority());
        Instant due = rule.due(from, settings.calendar());
        List<Deadline> deadlines = recipients.entrySet().stream()
                .map(each -> new Deadline(
                        each.getValue(), each.getKey(), dispatch.priority(), from, due, null, null, null, null))
                .toList();
        ledger.deadlines().begin(deadlines, rule.firstLook(from, due));
    }

    private DeadlineSettings settings(Ledger ledger, Instant now) {
        return recent.find(ONE, now).orElseGet(() -> {
            DeadlineSettings read = SettingsInForce.of(ledger);
            recent.remember(ONE, read, now);
            return read;
        });
    }
}
