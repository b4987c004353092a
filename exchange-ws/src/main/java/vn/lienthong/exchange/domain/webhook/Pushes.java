package vn.lienthong.exchange.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.exchange.domain.event.Events.Span;

/** What webhooks are to be told, and were; bound to the transaction that it was taken from. */
public interface Pushes {

    /** The active webhooks of the agencies are to be told what stands at those places. */
    void fanOut(Span places, Instant now);

    /**
     * What is due, up to {@code max} and up to {@code perWebhook} of each; of one whose last call failed a single one. Of a
     * conversation the first alone, until it was taken or given up. Nobody else is given them before {@code until}.
     *
     * @param busy webhooks that are passed over
     */
    List<Push> claim(int max, int perWebhook, Set<WebhookId> busy, Instant now, Instant until);

    /** It is to be told no more. */
    void done(Push push);

    /** It is told again then, with one more attempt counted. */
    void retry(Push push, Instant due);

    /** Nothing is to be told to it any more. */
    void dropAll(WebhookId webhook);

    /** What stood at these places is forgotten, and what was recorded before that time. */
    void forget(long place, Instant older, int max);

    void record(PushAttempt attempt);

    /** The newest attempts before that number, newest first. */
    List<PushAttempt> attempts(WebhookId webhook, long before, int max);

    /**
     * The event is told anew, if it is one of the webhook's agency.
     *
     * @return how many: one or none
     */
    int replay(Webhook webhook, UUID event, Instant now);

    /**
     * What happened in that time, the kinds that the webhook wants, is told anew; the first {@code max} of it.
     *
     * @return how many
     */
    int replay(Webhook webhook, Instant from, Instant to, int max, Instant now);
}
