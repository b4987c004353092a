package vn.lienthong.exchange.application.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Authority;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookCaller;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.domain.webhook.WebhookState;

/**
 * The webhooks of a caller's agencies. Thread-safe. Every method sees the caller's own and no others; another's is {@code
 * not-found}, another's agency {@code not-permitted}.
 */
public final class OwnWebhooks {
    /** Of one agency: a few systems, each with a few addresses. */
    private static final int MOST = 20;

    /** How long the secret before the newest one still signs: time to bring the new one to where it is checked. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** What one replay tells at the most; the span that is left is asked for again. */
    public static final int REPLAYED = 10_000;

    private final UnitOfWork unitOfWork;
    private final WebhookCaller callers;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    public OwnWebhooks(UnitOfWork unitOfWork, WebhookCaller callers, IdSource ids, SecureRandom random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.callers = callers;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The address will be asked to prove itself, and is told of the agency's events from then on.
     *
     * @return with the secret that signs, which is shown here alone
     */
    public NewSecret register(Caller caller, OrganId agency, URI address, Set<EventKind> kinds) {
        requirePossible(address);
        SharedSecret secret = secret();
        return unitOfWork.inTransaction(ledger -> {
            OrganId present = Authority.agencies(ledger, caller, Set.of(agency))
                    .iterator()
                    .next();
            if (ledger.webhooks().of(Set.of(present)).size() >= MOST) {
                throw refused(FailureCode.WEBHOOKS_TOO_MANY, Integer.toString(MOST));
            }
            Instant now = now();
            Webhook webhook = new Webhook(
                    new WebhookId(ids.next()),
                    present,
                    caller.name(),
                    address,
                    kinds,
                    WebhookState.PROVING,
                    "",
                    now,
                    now,
                    now);
            ledger.webhooks().add(webhook);
            ledger.webhooks().addSecret(webhook.id(), secret, now);
            note(ledger, caller, webhook, Deed.WEBHOOK_REGISTERED);
            return new NewSecret(webhook, secret, null);
        });
    }

    public List<Webhook> list(Caller caller) {
        return unitOfWork.reading(ledger -> ledger.webhooks().of(Authority.agencies(ledger, caller, Set.of())));
    }

    public Optional<Webhook> find(Caller caller, WebhookId id) {
        return unitOfWork.reading(ledger -> ledger.webhooks()
                .find(id)
                .filter(webhook -> Authority.agencies(ledger, caller, Set.of()).contains(webhook.agency())));
    }

    /**
     * The webhook changed. A new address has to prove itself, and so does one that is enabled again.
     *
     * @param enabled null leaves it as it is, and so do the others
     */
    public Webhook change(
            Caller caller,
            WebhookId id,
            @Nullable URI address,
            @Nullable Set<EventKind> kinds,
            @Nullable Boolean enabled) {
        if (address != null) {
            requirePossible(address);
        }
        return unitOfWork.inTransaction(ledger -> {
            Webhook webhook = own(ledger, caller, id);
            Webhook changed = changed(webhook, address, kinds, enabled);
            ledger.webhooks().change(changed);
            if (changed.state() == WebhookState.DISABLED) {
                ledger.pushes().dropAll(id);
            }
            note(ledger, caller, changed, Deed.WEBHOOK_CHANGED);
            return changed;
        });
    }

    private Webhook changed(
            Webhook webhook, @Nullable URI address, @Nullable Set<EventKind> kinds, @Nullable Boolean enabled) {
        Set<EventKind> wanted = kinds == null ? webhook.kinds() : kinds;
        URI there = address == null ? webhook.address() : address;
        boolean elsewhere = !there.equals(webhook.address());
        boolean disabled = webhook.state() == WebhookState.DISABLED;
        Webhook proving = webhook.proving(there, wanted, now());
        if (Boolean.FALSE.equals(enabled)) {
            return proving.disabled("by-owner");
        }
        if (disabled && enabled == null) {
            return proving.disabled(webhook.reason());
        }
        boolean again = Boolean.TRUE.equals(enabled) && webhook.state() != WebhookState.ACTIVE;
        return elsewhere || again ? proving : webhook.telling(wanted);
    }

    /** Nothing is told to it any more. */
    public void delete(Caller caller, WebhookId id) {
        unitOfWork.inTransaction(ledger -> {
            Webhook webhook = own(ledger, caller, id);
            ledger.webhooks().delete(id);
            note(ledger, caller, webhook, Deed.WEBHOOK_DELETED);
            return true;
        });
    }

    /** A new secret signs, and for {@link #OVERLAP} the one before it beside it. */
    public NewSecret rotate(Caller caller, WebhookId id) {
        SharedSecret secret = secret();
        return unitOfWork.inTransaction(ledger -> {
            Webhook webhook = own(ledger, caller, id);
            Instant othersUntil = now().plus(OVERLAP);
            ledger.webhooks().addSecret(id, secret, othersUntil);
            note(ledger, caller, webhook, Deed.WEBHOOK_CHANGED);
            return new NewSecret(webhook, secret, othersUntil);
        });
    }

    /** The newest calls before that one, newest first. */
    public List<PushAttempt> attempts(Caller caller, WebhookId id, long before, int max) {
        return unitOfWork.inTransaction(ledger -> {
            own(ledger, caller, id);
            return ledger.pushes().attempts(id, before, max);
        });
    }

    /**
     * What it is asked for is told again, with the same {@code webhook-id} as before.
     *
     * @return how many events, at most {@link #REPLAYED}
     * @throws FailureException {@code webhook-not-active} if it is not told anything now
     */
    public int replay(Caller caller, WebhookId id, Replay replay) {
        return unitOfWork.inTransaction(ledger -> {
            Webhook webhook = own(ledger, caller, id);
            if (webhook.state() != WebhookState.ACTIVE) {
                throw refused(FailureCode.WEBHOOK_NOT_ACTIVE, id.toString());
            }
            return switch (replay) {
                case Replay.One one -> ledger.pushes().replay(webhook, one.event(), now());
                case Replay.Span span -> ledger.pushes().replay(webhook, span.from(), span.to(), REPLAYED, now());
            };
        });
    }

    private static Webhook own(Ledger ledger, Caller caller, WebhookId id) {
        Set<OrganId> agencies = Authority.agencies(ledger, caller, Set.of());
        return ledger.webhooks().lock(agencies, id).orElseThrow(() -> refused(FailureCode.NOT_FOUND, id.toString()));
    }

    private void requirePossible(URI address) {
        if (!callers.isPossible(address)) {
            throw refused(FailureCode.WEBHOOK_ADDRESS_REFUSED, address.toString());
        }
    }

    private SharedSecret secret() {
        byte[] octets = new byte[NewSecret.OCTETS];
        random.nextBytes(octets);
        return SharedSecret.of(octets);
    }

    private void note(Ledger ledger, Caller caller, Webhook webhook, Deed deed) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("webhook", webhook.id().toString());
        details.put("address", webhook.address().toString());
        details.put("state", webhook.state().wireName());
        ledger.audit().append(new AuditNote(deed, now(), webhook.agency(), caller.name(), null, null, details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static FailureException refused(FailureCode code, String argument) {
        return new FailureException(Failure.of(code, argument));
    }
}
