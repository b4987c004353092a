package vn.lienthong.exchange.domain.deadline;

import java.util.List;
import vn.lienthong.exchange.domain.calendar.WorkingCalendar;

/** Rules and calendar as they are at a moment. */
public record DeadlineSettings(List<DeadlineRule> rules, WorkingCalendar calendar) {
    public DeadlineSettings {
        rules = List.copyOf(rules);
    }

    public DeadlineRule rule(DeadlineKind kind, int priority) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && rule.priority() == priority)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is a rule for each urgency"));
    }
}
