package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The token that signs.
 *
 * @param modulePath the PKCS#11 library
 * @param tokenLabel CKA label by which the slot is found
 * @param pinFile holds the user PIN and nothing else
 * @param deadline how long one operation may take, 5 s by default: ten times a slow network HSM's RSA-4096
 * @param maxSessions 16 by default: HSMs are fastest with some 30 threads, and two nodes share one
 */
public record HsmConfig(Path modulePath, String tokenLabel, Path pinFile, Duration deadline, int maxSessions) {
    static HsmConfig parse(RawConfig raw) {
        return new HsmConfig(
                raw.file("hsm-module-path"),
                raw.text("hsm-token-label"),
                raw.file("hsm-pin-file"),
                raw.millis("hsm-deadline-millis", Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(1)),
                (int) raw.number("hsm-max-sessions", 16, 1, 30));
    }
}
