package vn.lienthong.exchange.domain.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.EventKind;

/**
 * An address that wants to be told of an agency's events.
 *
 * @param kinds only these; all where it is empty
 * @param reason why it is disabled, or empty
 * @param due before which it is not called
 * @param failingSince the first failure after which nothing was taken, or null if the last call was taken
 */
public record Webhook(
        WebhookId id,
        OrganId agency,
        String registeredBy,
        URI address,
        Set<EventKind> kinds,
        WebhookState state,
        String reason,
        Instant due,
        @Nullable Instant failingSince,
        Instant createdAt) {
    public Webhook {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** The same, to be proved from now on. */
    public Webhook proving(URI at, Set<EventKind> wanted, Instant now) {
        return new Webhook(id, agency, registeredBy, at, wanted, WebhookState.PROVING, "", now, now, createdAt);
    }

    /** The same and told of these. */
    public Webhook telling(Set<EventKind> wanted) {
        return new Webhook(id, agency, registeredBy, address, wanted, state, reason, due, failingSince, createdAt);
    }

    /** The same, and what it was called for it has taken. */
    public Webhook answering(Instant now) {
        return new Webhook(id, agency, registeredBy, address, kinds, WebhookState.ACTIVE, "", now, null, createdAt);
    }

    /** The same, left alone until then. */
    public Webhook failing(Instant since, Instant until) {
        return new Webhook(id, agency, registeredBy, address, kinds, state, reason, until, since, createdAt);
    }

    public Webhook disabled(String why) {
        return new Webhook(
                id, agency, registeredBy, address, kinds, WebhookState.DISABLED, why, due, failingSince, createdAt);
    }
}
