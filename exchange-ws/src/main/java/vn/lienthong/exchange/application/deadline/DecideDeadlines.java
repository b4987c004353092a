package vn.lienthong.exchange.application.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * An operator says what holds: rules, and days that are swapped or off besides. It counts for all that is open as well: each
 * open deadline is looked at anew. Thread-safe.
 */
public final class DecideDeadlines {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public DecideDeadlines(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Open to every caller. */
    public List<DeadlineRule> rules() {
        return unitOfWork.reading(ledger -> ledger.deadlines().rules());
    }

    /** What was decided for days of that year; open to every caller. */
    public List<CalendarDay> days(int year) {
        return unitOfWork.reading(
                ledger -> ledger.deadlines().days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** @throws FailureException {@code not-permitted} */
    public void put(Caller operator, DeadlineRule rule) {
        decided(operator, Deed.DEADLINE_RULE_CHANGED, (ledger, now) -> {
            ledger.deadlines().put(rule, now, operator.name());
            return Map.of(
                    "rule", rule.kind().wireName() + "/" + rule.priority(),
                    "allowance", rule.allowance().toString(),
                    "lead", rule.lead().toString());
        });
    }

    /** @throws FailureException {@code not-permitted} */
    public void put(Caller operator, CalendarDay day) {
        decided(operator, Deed.CALENDAR_CHANGED, (ledger, now) -> {
            ledger.deadlines().put(day, now, operator.name());
            return Map.of("day", day.day().toString(), "working", Boolean.toString(day.working()), "name", day.name());
        });
    }

    /** The day is again what the law makes it. @throws FailureException {@code not-permitted}, {@code not-found} */
    public void forget(Caller operator, LocalDate day) {
        decided(operator, Deed.CALENDAR_CHANGED, (ledger, now) -> {
            if (!ledger.deadlines().forget(day)) {
                throw new FailureException(Failure.of(FailureCode.NOT_FOUND, day.toString()));
            }
            return Map.of("day", day.toString(), "forgotten", "true");
        });
    }

    private void decided(Caller operator, Deed deed, Decision decision) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
        unitOfWork.inTransaction(ledger -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<String, String> details = decision.make(ledger, now);
            ledger.deadlines().lookAtAll(now);
            ledger.audit().append(new AuditNote(deed, now, null, operator.name(), null, null, new TreeMap<>(details)));
            return now;
        });
    }

    /** What is changed; answers what the audit log says of it. */
    private interface Decision {
        Map<String, String> make(Ledger ledger, Instant now);
    }
}
