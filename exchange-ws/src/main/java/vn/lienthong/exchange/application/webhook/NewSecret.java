package vn.lienthong.exchange.application.webhook;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.webhook.Webhook;

/**
 * A secret that signs from now on.
 *
 * @param othersUntil until when the one before it signs too, or null where there is none
 */
public record NewSecret(
        Webhook webhook, SharedSecret secret, @Nullable Instant othersUntil) {
    /** Source: Standard Webhooks 1.0.0, "Signature scheme": 24 to 64 octets. */
    static final int OCTETS = 32;

    /** As it is shown to its owner, once. Source: the same, {@code whsec_} and Base64. */
    public String text() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret.reveal());
    }
}
