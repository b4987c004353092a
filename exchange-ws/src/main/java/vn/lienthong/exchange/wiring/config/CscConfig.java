package vn.lienthong.exchange.wiring.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import vn.lienthong.exchange.boundary.csc.CscVersion;

/**
 * Signing at a distance.
 *
 * @param specs the version of the CSC API that clients are told, 2.0.0.2 by default; its fields are answered, and some clients refuse others
 * @param name as people are shown it
 * @param logo address of a picture, where there is one
 * @param accessLifetime of access tokens, one hour by default
 * @param refreshLifetime of refresh tokens that are not used, 30 days by default
 * @param sadLifetime how long authorised hashes can be signed, 5 minutes by default: time to send what is ready
 */
public record CscConfig(
        CscVersion specs,
        String name,
        Optional<URI> logo,
        Duration accessLifetime,
        Duration refreshLifetime,
        Duration sadLifetime) {
    static CscConfig parse(RawConfig raw) {
        return new CscConfig(
                version(raw),
                raw.text("csc-name", "Liên Thông"),
                uri(raw, "csc-logo-uri"),
                raw.seconds(
                        "csc-access-lifetime-seconds",
                        Duration.ofHours(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(24)),
                raw.seconds(
                        "csc-refresh-lifetime-seconds", Duration.ofDays(30), Duration.ofHours(1), Duration.ofDays(365)),
                raw.seconds(
                        "csc-sad-lifetime-seconds",
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1)));
    }

    private static CscVersion version(RawConfig raw) {
        String text = raw.text("csc-specs", CscVersion.V2_0_0_2.text());
        return CscVersion.of(text)
                .orElseThrow(
                        () -> new ConfigException("the key csc-specs wants " + CscVersion.all() + ", not " + text));
    }

    private static Optional<URI> uri(RawConfig raw, String key) {
        String text = raw.text(key, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new ConfigException("the key " + key + " wants an address, not " + text, e);
        }
        throw new ConfigException("the key " + key + " wants an address of http or https, not " + text);
    }
}
