package vn.lienthong.exchange.domain.deadline;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.exchange.domain.calendar.WorkingCalendar;

/**
 * A rule for documents of one urgency.
 *
 * @param priority 0 (thường) to 4 (hỏa tốc hẹn giờ)
 * @param lead how long before the end its agency is warned; zero for no warning
 */
public record DeadlineRule(DeadlineKind kind, int priority, Allowance allowance, Duration lead) {
    public static final int MOST_PRIORITY = 4;
    public static final Duration LONGEST_LEAD = Duration.ofDays(10);

    public DeadlineRule {
        if (priority < 0 || priority > MOST_PRIORITY) {
            throw new IllegalArgumentException("a priority is 0 to 4");
        }
        if (lead.isNegative() || lead.compareTo(LONGEST_LEAD) > 0) {
            throw new IllegalArgumentException("a warning comes ten days before at most");
        }
    }

    public Instant due(Instant from, WorkingCalendar calendar) {
        return allowance.end(from, calendar);
    }

    /** When somebody has to look at it first: to warn, or where there is no time for that, when it is due. */
    public Instant firstLook(Instant from, Instant due) {
        Instant warning = due.minus(lead);
        return lead.isZero() || !warning.isAfter(from) ? due : warning;
    }
}
