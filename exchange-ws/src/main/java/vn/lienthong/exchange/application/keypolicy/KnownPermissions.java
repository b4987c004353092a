package vn.lienthong.exchange.application.keypolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.exchange.application.recent.Recent;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;

/**
 * Which policy a caller's grants were last seen under, for a moment. A permission that was withdrawn in it is caught
 * when the use is recorded; one that was given since is never missed, for only what permits is remembered. Thread-safe.
 */
final class KnownPermissions {
    private final Recent<Grant, PolicyVersion> seen = new Recent<>(Duration.ofSeconds(2));

    Optional<PolicyVersion> find(String account, String keyAlias, Instant now) {
        return seen.find(new Grant(account, keyAlias), now);
    }

    void remember(String account, PolicyVersion version, Instant now) {
        seen.remember(new Grant(account, version.policy().keyAlias()), version, now);
    }

    void forget(String account, String keyAlias) {
        seen.forget(new Grant(account, keyAlias));
    }

    private record Grant(String account, String keyAlias) {}
}
