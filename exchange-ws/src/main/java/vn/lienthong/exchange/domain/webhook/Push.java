package vn.lienthong.exchange.domain.webhook;

import java.time.Instant;
import vn.lienthong.exchange.domain.event.Event;

/**
 * An event that a webhook is to be told of.
 *
 * @param since when it was first due
 * @param attempts how often it was tried before
 */
public record Push(WebhookId webhook, Event event, Instant since, int attempts) {}
