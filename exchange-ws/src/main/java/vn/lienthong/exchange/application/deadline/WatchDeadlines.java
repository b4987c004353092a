package vn.lienthong.exchange.application.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.deadline.DeadlineSettings;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Warns before a deadline and marks what is missed, each once: mark, audit entry and the time of the next look are one
 * transaction, and no two workers have the same deadline. What is looked at is found by index, however many there are.
 * Thread-safe.
 */
public final class WatchDeadlines {
    private static final int AT_ONCE = 200;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public WatchDeadlines(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** How many were looked at; none if nothing is due. */
    public int run() {
        return unitOfWork.inTransaction(ledger -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<Deadline> due = ledger.deadlines().lookedAt(now, AT_ONCE);
            if (!due.isEmpty()) {
                DeadlineSettings settings = SettingsInForce.of(ledger);
                due.forEach(deadline -> lookAt(ledger, deadline, settings, now));
            }
            return due.size();
        });
    }

    /** The end is worked out anew: days off may have been decided since it began. */
    private static void lookAt(Ledger ledger, Deadline deadline, DeadlineSettings settings, Instant now) {
        DeadlineRule rule = settings.rule(DeadlineKind.RECEIVE, deadline.priority());
        Instant due = rule.due(deadline.startedAt(), settings.calendar());
        if (now.isAfter(due)) {
            ledger.deadlines().update(marked(deadline, due, deadline.warnedAt(), now), null);
            note(ledger, Deed.DEADLINE_MISSED, deadline, due, now);
            return;
        }
        Instant warning = rule.firstLook(deadline.startedAt(), due);
        boolean warns = deadline.warnedAt() == null && warning.isBefore(due) && !now.isBefore(warning);
        Instant warnedAt = warns ? now : deadline.warnedAt();
        Instant next = warnedAt == null && now.isBefore(warning) ? warning : afterEnd(due);
        ledger.deadlines().update(marked(deadline, due, warnedAt, null), next);
        if (warns) {
            note(ledger, Deed.DEADLINE_NEAR, deadline, due, now);
        }
    }

    /** The end itself is still in time. */
    private static Instant afterEnd(Instant due) {
        return due.plus(1, ChronoUnit.MICROS);
    }

    private static Deadline marked(
            Deadline deadline, Instant due, @Nullable Instant warnedAt, @Nullable Instant missedAt) {
        return new Deadline(
                deadline.delivery(),
                deadline.agency(),
                deadline.priority(),
                deadline.startedAt(),
                due,
                warnedAt,
                missedAt,
                null,
                null);
    }

    private static void note(Ledger ledger, Deed deed, Deadline deadline, Instant due, Instant now) {
        ledger.audit()
                .append(new AuditNote(
                        deed,
                        now,
                        deadline.agency(),
                        "server",
                        null,
                        null,
                        new TreeMap<>(Map.of(
                                "delivery", deadline.delivery().toString(),
                                "due", due.toString(),
                                "kind", DeadlineKind.RECEIVE.wireName()))));
    }
}
