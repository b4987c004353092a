package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.timestamp.TimestampPolicy;

/**
 * The time-stamping authority of this server.
 *
 * @param policies the first is for requests that name none; never empty
 * @param orderFile where is kept how far ordered timestamps have come; there if a policy promises an order
 */
public record TsaConfig(List<Policy> policies, Optional<Path> orderFile, ClockConfig clock) {
    private static final String POLICIES = "tsa-policies-file";
    private static final List<String> OF_ONE_POLICY = List.of("tsa-key", "tsa-policy-oid");
    private static final String ORDER = "tsa-order-file";

    /** The server's clock is kept by NTP; one second is what an authority without a clock of its own may promise. */
    static final Duration ACCURACY = Duration.ofSeconds(1);

    /** @param keys aliases, in the order in which they are tried */
    public record Policy(TimestampPolicy policy, List<String> keys) {
        public Policy {
            keys = List.copyOf(keys);
        }
    }

    public TsaConfig {
        policies = List.copyOf(policies);
    }

    /** The aliases of all keys, each once. */
    public List<String> keys() {
        return policies.stream()
                .flatMap(each -> each.keys().stream())
                .distinct()
                .toList();
    }

    static TsaConfig parse(RawConfig raw) {
        List<Policy> policies = policies(raw);
        boolean ordered = policies.stream().anyMatch(each -> each.policy().ordering());
        if (!ordered && raw.has(ORDER)) {
            throw new ConfigException("the key " + ORDER + " is irrelevant, for no policy promises an order");
        }
        ClockConfig clock = ClockConfig.parse(raw);
        requireHalf(policies, clock);
        return new TsaConfig(policies, ordered ? Optional.of(raw.path(ORDER)) : Optional.empty(), clock);
    }

    private static List<Policy> policies(RawConfig raw) {
        if (!raw.has(POLICIES)) {
            return List.of(new Policy(policy(raw), List.of(raw.text("tsa-key"))));
        }
        for (String key : OF_ONE_POLICY) {
            if (raw.has(key)) {
                throw new ConfigException("the key " + key + " is irrelevant, for " + POLICIES + " names the policies");
            }
        }
        return PoliciesFile.read(raw.file(POLICIES));
    }

    private static TimestampPolicy policy(RawConfig raw) {
        String oid = raw.text("tsa-policy-oid");
        try {
            return new TimestampPolicy(oid, ACCURACY);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the key tsa-policy-oid names no policy: " + e.getMessage(), e);
        }
    }

    /** The other half is for what passes between two looks at the clock. */
    private static void requireHalf(List<Policy> policies, ClockConfig clock) {
        for (Policy each : policies) {
            boolean fits = clock.limit().multipliedBy(2).compareTo(each.policy().accuracy()) <= 0;
            if (clock.isWatched() && !fits) {
                throw new ConfigException(
                        "the key tsa-clock-limit-millis wants at most half the accuracy of the policy "
                                + each.policy().oid());
            }
        }
    }
}
