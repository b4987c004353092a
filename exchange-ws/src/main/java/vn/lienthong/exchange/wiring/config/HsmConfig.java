package vn.lienthong.exchange.wiring.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;

/**
 * Where the keys are that sign: one token, or several places that hold the same keys.
 *
 * @param places at least one
 * @param keys how those keys are found that have no CKA_LABEL equal to their alias
 */
public record HsmConfig(List<PlaceConfig> places, Map<KeyAlias, KeyLocator> keys) {
    private static final String PLACES = "hsm-places-file";
    private static final List<String> OF_ONE_PLACE = List.of(
            "hsm-module-path",
            "hsm-token-label",
            "hsm-pin-file",
            "hsm-deadline-millis",
            "hsm-max-sessions",
            "hsm-direct-calls");

    /** Ten times a slow network HSM's RSA-4096. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    static final Duration LEAST_DEADLINE = Duration.ofMillis(100);
    static final Duration MOST_DEADLINE = Duration.ofMinutes(1);

    /** HSMs are fastest with some 30 threads, and two nodes share one. */
    static final int SESSIONS = 16;

    static final int MOST_SESSIONS = 30;

    /** A request in a device that hangs would hang with it. */
    static final int NONE_DIRECT = 0;

    public HsmConfig {
        places = List.copyOf(places);
        keys = Map.copyOf(keys);
    }

    static HsmConfig parse(RawConfig raw) {
        if (!raw.has(PLACES)) {
            return new HsmConfig(List.of(onePlace(raw)), Map.of());
        }
        for (String key : OF_ONE_PLACE) {
            if (raw.has(key)) {
                throw new ConfigException("the key " + key + " is irrelevant, for " + PLACES + " names the tokens");
            }
        }
        return PlacesFile.read(raw.file(PLACES));
    }

    private static PlaceConfig onePlace(RawConfig raw) {
        String label = raw.text("hsm-token-label");
        int sessions = (int) raw.number("hsm-max-sessions", SESSIONS, 1, MOST_SESSIONS);
        return new PlaceConfig(
                label,
                raw.file("hsm-module-path"),
                ModuleProfile.STANDARD,
                pin -> {},
                label,
                raw.file("hsm-pin-file"),
                1,
                raw.millis("hsm-deadline-millis", DEADLINE, LEAST_DEADLINE, MOST_DEADLINE),
                sessions,
                (int) raw.number("hsm-direct-calls", NONE_DIRECT, NONE_DIRECT, sessions));
    }
}
