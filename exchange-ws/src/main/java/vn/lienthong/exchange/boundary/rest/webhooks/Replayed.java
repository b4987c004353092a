package vn.lienthong.exchange.boundary.rest.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is being told again. */
@Schema(name = "WebhookReplayed")
record Replayed(
        @Schema(required = true, description = "How many events; at most 10000, the first of the span")
        int events) {}
