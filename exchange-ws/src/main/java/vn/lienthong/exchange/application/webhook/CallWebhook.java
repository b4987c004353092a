package vn.lienthong.exchange.application.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.webhook.EventTexts;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookCaller;
import vn.lienthong.exchange.domain.webhook.WebhookCaller.Answer;

/** One signed call. Source: CloudEvents 1.0.2 HTTP binding, section 3.2 (structured mode); Standard Webhooks 1.0.0. */
final class CallWebhook {
    private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";

    private final WebhookCaller caller;
    private final EventTexts texts;
    private final Clock clock;

    CallWebhook(WebhookCaller caller, EventTexts texts, Clock clock) {
        this.caller = caller;
        this.texts = texts;
        this.clock = clock;
    }

    /** Completes within some seconds, and never exceptionally. */
    CompletableFuture<Answer> tell(Webhook webhook, CloudEvent event, List<SharedSecret> secrets) {
        byte[] body = texts.octets(event);
        Instant now = clock.instant();
        Map<String, String> fields = WebhookSignature.fields(event.id(), now, body, secrets);
        fields.put("content-type", STRUCTURED);
        return caller.post(webhook.address(), fields, body);
    }
}
