package vn.lienthong.exchange.boundary.rest.deadlines;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.deadline.Allowance;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;

/** How much time there is, both ways. */
@Schema(name = "DeadlineRule", description = "Either `workingDays` or `minutes`")
record RuleBody(
        @Schema(
                description = "Until the end of that working day: 0 the same, 1 the next one",
                minimum = "0",
                maximum = "60",
                nullable = true)
        @Nullable Integer workingDays,

        @Schema(description = "So many minutes of working hours", minimum = "1", maximum = "14400", nullable = true)
        @Nullable Integer minutes,

        @Schema(description = "The minutes pass at night and on days off too; false by default", nullable = true)
        @Nullable Boolean aroundTheClock,

        @Schema(
                description = "So many minutes before the end a warning is given; 0, the default, for none",
                nullable = true)
        @Nullable Integer leadMinutes) {

    DeadlineRule rule(DeadlineKind kind, int priority) {
        int lead = Parameters.between("leadMinutes", leadMinutes, 0, 0, 14_400);
        return new DeadlineRule(kind, priority, allowance(), Duration.ofMinutes(lead));
    }

    private Allowance allowance() {
        if (workingDays != null && minutes == null && aroundTheClock == null) {
            return new Allowance.WorkingDays(Parameters.between("workingDays", workingDays, 0, 0, 60));
        }
        if (workingDays == null && minutes != null) {
            return new Allowance.Time(
                    Duration.ofMinutes(Parameters.between("minutes", minutes, 1, 1, 14_400)),
                    Boolean.TRUE.equals(aroundTheClock));
        }
        throw Parameters.invalid("workingDays, minutes");
    }

    static RuleBody of(DeadlineRule rule) {
        int lead = Math.toIntExact(rule.lead().toMinutes());
        return switch (rule.allowance()) {
            case Allowance.WorkingDays(int days) -> new RuleBody(days, null, null, lead);
            case Allowance.Time(Duration time, boolean aroundTheClock) ->
                new RuleBody(null, Math.toIntExact(time.toMinutes()), aroundTheClock, lead);
        };
    }
}
