package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;

/**
 * One token in one module.
 *
 * @param name by which operators know the place
 * @param modulePath the PKCS#11 library
 * @param module what it is told at its start
 * @param pinForm throws an {@link IllegalArgumentException} for a PIN that this make of HSM cannot have
 * @param tokenLabel CKA label by which the slot is found
 * @param pinFile holds the user PIN and nothing else
 * @param weight its share of the requests; 0 = only when no other place signs
 * @param deadline how long one operation may take
 * @param directCalls how many requests may enter the module on their own threads at once
 */
public record PlaceConfig(
        String name,
        Path modulePath,
        ModuleProfile module,
        Consumer<Pin> pinForm,
        String tokenLabel,
        Path pinFile,
        int weight,
        Duration deadline,
        int maxSessions,
        int directCalls) {}
