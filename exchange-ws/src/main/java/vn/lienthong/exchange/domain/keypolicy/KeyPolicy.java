package vn.lienthong.exchange.domain.keypolicy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a key may be used for; whom it is granted to stands with the accounts.
 *
 * @param kinds of documents, as the caller names them; empty for all of them
 * @param hours empty for always
 */
public record KeyPolicy(
        String keyAlias,
        boolean enabled,
        SortedSet<SignatureUse> uses,
        SortedSet<DocumentKind> kinds,
        List<SigningHours> hours,
        UsageLimits limits) {
    private static final int MOST_KINDS = 100;
    private static final int MOST_HOURS = 50;

    public KeyPolicy {
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        hours = List.copyOf(hours);
        if (kinds.size() > MOST_KINDS || hours.size() > MOST_HOURS) {
            throw new IllegalArgumentException(
                    "a policy names up to " + MOST_KINDS + " kinds and " + MOST_HOURS + " hours");
        }
    }

    /** Enabled for everything, without a limit. */
    public static KeyPolicy open(String keyAlias) {
        return new KeyPolicy(
                keyAlias,
                true,
                new TreeSet<>(Set.of(SignatureUse.values())),
                Collections.emptySortedSet(),
                List.of(),
                UsageLimits.NONE);
    }

    /**
     * Why this use is not allowed, or empty if it is; how often is not looked at here.
     *
     * @param kind as the caller named it, or null if it named none
     */
    public Optional<PolicyRefusal> refusal(SignatureUse use, @Nullable DocumentKind kind, Instant now) {
        if (!enabled) {
            return Optional.of(PolicyRefusal.KEY_DISABLED);
        }
        if (!uses.contains(use)) {
            return Optional.of(PolicyRefusal.FORMAT_NOT_ALLOWED);
        }
        if (!kinds.isEmpty() && (kind == null || !kinds.contains(kind))) {
            return Optional.of(PolicyRefusal.KIND_NOT_ALLOWED);
        }
        if (!hours.isEmpty() && hours.stream().noneMatch(window -> window.contain(now))) {
            return Optional.of(PolicyRefusal.OUTSIDE_HOURS);
        }
        return Optional.empty();
    }

    /** Whether this allows a use that {@code before} does not: such a change needs a second person. */
    public boolean allowsMoreThan(KeyPolicy before) {
        if (!enabled) {
            return false;
        }
        return !before.enabled
                || !before.uses.containsAll(uses)
                || !before.kinds.isEmpty() && (kinds.isEmpty() || !before.kinds.containsAll(kinds))
                || moreHoursThan(before)
                || limits.allowMoreThan(before.limits);
    }

    private boolean moreHoursThan(KeyPolicy before) {
        return !before.hours.isEmpty()
                && (hours.isEmpty()
                        || hours.stream().anyMatch(mine -> before.hours.stream().noneMatch(old -> old.contain(mine))));
    }
}
