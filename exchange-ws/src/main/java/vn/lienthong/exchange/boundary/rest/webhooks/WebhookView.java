package vn.lienthong.exchange.boundary.rest.webhooks;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.webhook.NewSecret;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookState;

/** A webhook as it is now. */
@Schema(name = "Webhook")
record WebhookView(
        @Schema(required = true, format = "uuid") String id,

        @Schema(required = true, description = "Whose events it is told of")
        String agency,

        @Schema(required = true, format = "uri") String url,

        @Schema(required = true, description = "Only events of these types; all where it is empty")
        List<String> types,

        @Schema(required = true, description = "`proving`, `active` or `disabled`")
        String state,

        @Schema(
                description =
                        "Why it is disabled: `by-owner`, `not-proved`, `gone` (it answered 410) or `failing` (48 h)",
                nullable = true)
        @Nullable String reason,

        @Schema(description = "Nothing was taken since then", nullable = true) @Nullable Instant failingSince,

        @Schema(description = "It is left alone until then", nullable = true) @Nullable Instant nextCall,

        @Schema(required = true) Instant createdAt,

        @Schema(
                description = "By which calls are signed, `whsec_` and Base64; shown when it is made and never again",
                nullable = true)
        @Nullable String secret,

        @Schema(description = "Until when the secret before it signs too", nullable = true) @Nullable Instant previousSecretUntil) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null, null);
    }

    static WebhookView of(NewSecret made) {
        return of(made.webhook(), made.text(), made.othersUntil());
    }

    private static WebhookView of(Webhook webhook, @Nullable String secret, @Nullable Instant until) {
        boolean failing = webhook.state() != WebhookState.DISABLED && webhook.failingSince() != null;
        return new WebhookView(
                webhook.id().toString(),
                webhook.agency().value(),
                webhook.address().toString(),
                webhook.kinds().stream().map(EventKind::type).sorted().toList(),
                webhook.state().wireName(),
                webhook.reason().isEmpty() ? null : webhook.reason(),
                webhook.failingSince(),
                failing ? webhook.due() : null,
                webhook.createdAt(),
                secret,
                until);
    }
}
