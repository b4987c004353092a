package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Signing with officials' own tokens.
 *
 * @param keysFile under which continuations are sealed: lines of 64 hexadecimal digits, the newest first, the same on every
 *     node; {@code secrets/two-step.keys} by default, as the launcher makes it
 * @param lifetime how long a prepared signature can be completed, 15 minutes by default: time to find the token and its PIN
 */
public record TwoStepConfig(Path keysFile, Duration lifetime) {
    static TwoStepConfig parse(RawConfig raw) {
        return new TwoStepConfig(
                raw.file("two-step-keys-file", "secrets/two-step.keys"),
                raw.seconds(
                        "two-step-lifetime-seconds",
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(1),
                        Duration.ofHours(24)));
    }
}
