package vn.lienthong.exchange.application.keypolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;

/**
 * Which policy a caller's grants were last seen under, for a moment. A permission that was withdrawn in it is caught
 * when the use is recorded; one that was given since is never missed, for only what permits is remembered. Thread-safe.
 */
final class KnownPermissions {
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);
    /** More than the keys and accounts of one server; past it everything is forgotten, which costs one look each. */
    private static final int MOST = 10_000;

    private final Map<Grant, Seen> seen = new ConcurrentHashMap<>();

    Optional<PolicyVersion> find(String account, String keyAlias, Instant now) {
        return Optional.ofNullable(seen.get(new Grant(account, keyAlias)))
                .filter(s -> s.at.plus(GOOD_FOR).isAfter(now))
                .map(Seen::version);
    }

    void remember(String account, PolicyVersion version, Instant now) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(new Grant(account, version.policy().keyAlias()), new Seen(version, now));
    }

    void forget(String account, String keyAlias) {
        seen.remove(new Grant(account, keyAlias));
    }

    private record Grant(String account, String keyAlias) {}

    private record Seen(PolicyVersion version, Instant at) {}
}
