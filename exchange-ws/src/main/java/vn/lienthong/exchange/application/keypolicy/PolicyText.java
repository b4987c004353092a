package vn.lienthong.exchange.application.keypolicy;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;

/** A policy in one line of the audit log. */
final class PolicyText {
    private PolicyText() {}

    static String of(KeyPolicy policy) {
        return "enabled=" + policy.enabled()
                + " uses=" + list(policy.uses())
                + " kinds=" + list(policy.kinds())
                + " hours=" + list(policy.hours())
                + " per-day=" + limit(policy.limits().perDay())
                + " in-all=" + limit(policy.limits().inAll());
    }

    private static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static String limit(@Nullable Long limit) {
        return limit == null ? "none" : limit.toString();
    }
}
