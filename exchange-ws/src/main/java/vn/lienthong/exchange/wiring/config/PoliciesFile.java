package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.timestamp.TimestampPolicy;

/**
 * Reads the file of the authority's policies: {@code policies} names them, the first one for requests that name none, and
 * {@code policy.NAME.…} says what each promises and which keys sign under it. Docs: docs/timestamps.md.
 */
final class PoliciesFile {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
    private static final long SHORTEST = 1;
    private static final long LONGEST = 60_000;

    private PoliciesFile() {}

    /** @throws ConfigException with a sentence that names the file and the key */
    static List<TsaConfig.Policy> read(Path file) {
        return RawConfig.ofFile(file, PoliciesFile::parse);
    }

    static List<TsaConfig.Policy> parse(RawConfig raw) {
        List<TsaConfig.Policy> policies = new ArrayList<>();
        for (String name : raw.names("policies")) {
            if (!name.matches(NAME)) {
                throw new ConfigException("a policy's name is 1 to 32 of a-z 0-9 -, not " + name);
            }
            policies.add(policy(raw, "policy." + name + "."));
        }
        Set<String> oids = new HashSet<>();
        for (TsaConfig.Policy each : policies) {
            if (!oids.add(each.policy().oid())) {
                throw new ConfigException(
                        "two policies have the identifier " + each.policy().oid());
            }
        }
        return policies;
    }

    private static TsaConfig.Policy policy(RawConfig raw, String prefix) {
        String oid = raw.text(prefix + "oid");
        try {
            TimestampPolicy policy = new TimestampPolicy(
                    oid,
                    raw.millis(
                            prefix + "accuracy-millis",
                            TsaConfig.ACCURACY,
                            Duration.ofMillis(SHORTEST),
                            Duration.ofMillis(LONGEST)),
                    hashes(raw, prefix + "hashes"),
                    raw.yes(prefix + "ordering"));
            return new TsaConfig.Policy(policy, raw.names(prefix + "keys"));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the key " + prefix + "oid names no policy: " + e.getMessage(), e);
        }
    }

    private static Set<DigestAlgorithm> hashes(RawConfig raw, String key) {
        if (!raw.has(key)) {
            return Set.of(DigestAlgorithm.values());
        }
        Map<String, DigestAlgorithm> known =
                Arrays.stream(DigestAlgorithm.values()).collect(Collectors.toMap(DigestAlgorithm::jcaName, a -> a));
        return raw.names(key).stream()
                .map(name -> {
                    DigestAlgorithm algorithm = known.get(name);
                    if (algorithm == null) {
                        throw new ConfigException("the key " + key + " wants SHA-256 or the like, not " + name);
                    }
                    return algorithm;
                })
                .collect(Collectors.toSet());
    }
}
