package vn.lienthong.exchange.application.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When something is told again. Waits grow, and vary by a fifth, so that what failed together does not come together again.
 *
 * @param random for the variation alone
 */
record RetryPlan(RandomGenerator random) {
    /** After which an event is given up, and a webhook that took nothing is disabled: a weekend's outage is survived. */
    static final Duration LONGEST = Duration.ofHours(48);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(4));

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final double VARIATION = 0.2;

    /** When what was tried so often before, and failed again, is tried next. */
    Instant next(int attempts, Instant now) {
        return now.plus(varied(WAITS.get(Math.min(attempts, WAITS.size() - 1))));
    }

    /** How long an address that has failed since then is left alone: half as long again, within bounds. */
    Instant pause(Instant since, Instant now) {
        Duration half = Duration.between(since, now).dividedBy(2);
        Duration bounded = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
        return now.plus(varied(bounded.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : bounded));
    }

    boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(LONGEST));
    }

    private Duration varied(Duration wait) {
        double factor = 1 - VARIATION + 2 * VARIATION * random.nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
