package vn.lienthong.exchange.domain.keypolicy;

import org.jspecify.annotations.Nullable;

/**
 * How often a key may be used.
 *
 * @param perDay the most signatures of one day in Vietnam, or null for no limit
 * @param inAll the most signatures ever, or null for no limit
 */
public record UsageLimits(@Nullable Long perDay, @Nullable Long inAll) {
    public static final UsageLimits NONE = new UsageLimits(null, null);

    public UsageLimits {
        if (perDay != null && perDay < 0 || inAll != null && inAll < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    /** Whether these allow a use that {@code others} do not. */
    boolean allowMoreThan(UsageLimits others) {
        return higher(perDay, others.perDay) || higher(inAll, others.inAll);
    }

    private static boolean higher(@Nullable Long here, @Nullable Long there) {
        return there != null && (here == null || here > there);
    }
}
