package vn.lienthong.exchange.boundary.rest.webhooks;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.webhook.Webhook;

/** All of the caller's. */
@Schema(name = "WebhookList")
record WebhookList(@Schema(required = true) List<WebhookView> items) {
    static WebhookList of(List<Webhook> webhooks) {
        return new WebhookList(webhooks.stream().map(WebhookView::of).toList());
    }
}
