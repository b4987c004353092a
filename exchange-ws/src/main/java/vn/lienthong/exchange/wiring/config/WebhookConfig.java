package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.infrastructure.http.Network;

/**
 * Where webhooks may lie.
 *
 * @param networks internal networks in which they may, and where HTTP without TLS is allowed; none by default
 * @param caFile PEM certificates of authorities that are trusted for their TLS besides the JDK's; none by default
 */
public record WebhookConfig(List<Network> networks, Optional<Path> caFile) {
    public WebhookConfig {
        networks = List.copyOf(networks);
    }

    static WebhookConfig parse(RawConfig raw) {
        String text = raw.text("webhook-networks", "");
        List<Network> networks = text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(WebhookConfig::network)
                        .toList();
        String file = raw.text("webhook-ca-file", "");
        return new WebhookConfig(
                networks, file.isEmpty() ? Optional.empty() : Optional.of(raw.file("webhook-ca-file")));
    }

    private static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "the key webhook-networks wants blocks of addresses such as 10.20.0.0/16, not " + text, e);
        }
    }
}
