package vn.lienthong.exchange.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;

/** The webhooks; bound to the transaction that it was taken from. */
public interface Webhooks {
    void add(Webhook webhook);

    /** The secret signs from now on, beside those before it until then. */
    void addSecret(WebhookId webhook, SharedSecret secret, Instant othersUntil);

    /** What signs at that time, the newest first. */
    List<SharedSecret> secrets(WebhookId webhook, Instant now);

    /** Those of the agencies, in the order of their making. */
    List<Webhook> of(Set<OrganId> agencies);

    /** The one of that id, if it is one of theirs; locked until the transaction ends. */
    Optional<Webhook> lock(Set<OrganId> agencies, WebhookId id);

    /** The one of that id, whosever; locked likewise. For workers. */
    Optional<Webhook> lock(WebhookId id);

    Optional<Webhook> find(WebhookId id);

    void change(Webhook webhook);

    /** With all that was to be told to it, and was. */
    void delete(WebhookId webhook);

    /** Up to {@code max} that are due to prove themselves, nobody else's before {@code until}. */
    List<Webhook> claimProving(int max, Instant now, Instant until);
}
