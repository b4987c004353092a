package vn.lienthong.exchange.boundary.rest.deadlines;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;

/** The rules of deadlines. */
@Schema(name = "DeadlineRules")
record RuleList(@Schema(required = true) List<Rule> items) {

    /** A rule and what it is for. */
    @Schema(name = "DeadlineRuleFor")
    record Rule(
            @Schema(
                    required = true,
                    enumeration = {"send", "receive"})
            String kind,

            @Schema(required = true) int priority,

            @Schema(required = true) RuleBody rule) {

        static Rule of(DeadlineRule rule) {
            return new Rule(rule.kind().wireName(), rule.priority(), RuleBody.of(rule));
        }
    }

    static RuleList of(List<DeadlineRule> rules) {
        return new RuleList(rules.stream().map(Rule::of).toList());
    }
}
