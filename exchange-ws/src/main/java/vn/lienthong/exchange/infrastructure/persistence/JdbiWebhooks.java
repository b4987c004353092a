package vn.lienthong.exchange.infrastructure.persistence;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.domain.webhook.WebhookState;
import vn.lienthong.exchange.domain.webhook.Webhooks;

/** Webhooks in PostgreSQL. */
record JdbiWebhooks(Handle handle, SecretVault vault) implements Webhooks {
    private static final String COLUMNS =
            "id, agency, registered_by, address, kinds, state, reason, due, failing_since, created_at";

    private static final String SELECT = "select " + COLUMNS + " from webhook ";

    @Override
    public void add(Webhook webhook) {
        bound(handle.createUpdate("insert into webhook (" + COLUMNS + """
                        ) values (:id, :agency, :registeredBy, :address, :kinds, :state, :reason, :due, :failingSince,
                            :createdAt)"""), webhook)
                .bind("agency", webhook.agency().value())
                .bind("registeredBy", webhook.registeredBy())
                .bind("createdAt", webhook.createdAt())
                .execute();
    }

    @Override
    public void addSecret(WebhookId webhook, SharedSecret secret, Instant othersUntil) {
        // Two sign at the most: of those before, the newest alone.
        handle.createUpdate("delete from webhook_secret where webhook = :webhook and valid_until is not null")
                .bind("webhook", webhook.value())
                .execute();
        handle.createUpdate("update webhook_secret set valid_until = :until where webhook = :webhook")
                .bind("webhook", webhook.value())
                .bind("until", othersUntil)
                .execute();
        handle.createUpdate("insert into webhook_secret (webhook, secret) values (:webhook, :secret)")
                .bind("webhook", webhook.value())
                .bind("secret", vault.seal(owner(webhook), secret))
                .execute();
    }

    @Override
    public List<SharedSecret> secrets(WebhookId webhook, Instant now) {
        return handle.createQuery("""
                        select secret from webhook_secret
                        where webhook = :webhook and (valid_until is null or valid_until > :now)
                        order by number desc""")
                .bind("webhook", webhook.value())
                .bind("now", now)
                .map((row, context) -> vault.open(owner(webhook), row.getBytes("secret")))
                .list();
    }

    @Override
    public List<Webhook> of(Set<OrganId> agencies) {
        return handle.createQuery(SELECT + "where agency = any(:agencies) order by id")
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .map(JdbiWebhooks::webhook)
                .list();
    }

    @Override
    public Optional<Webhook> lock(Set<OrganId> agencies, WebhookId id) {
        return handle.createQuery(SELECT + "where id = :id and agency = any(:agencies) for no key update")
                .bind("id", id.value())
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .map(JdbiWebhooks::webhook)
                .findFirst();
    }

    @Override
    public Optional<Webhook> lock(WebhookId id) {
        return handle.createQuery(SELECT + "where id = :id for no key update")
                .bind("id", id.value())
                .map(JdbiWebhooks::webhook)
                .findFirst();
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id.value())
                .map(JdbiWebhooks::webhook)
                .findFirst();
    }

    @Override
    public void change(Webhook webhook) {
        bound(handle.createUpdate("""
                        update webhook set address = :address, kinds = :kinds, state = :state, reason = :reason,
                            due = :due, failing_since = :failingSince
                        where id = :id"""), webhook).execute();
    }

    @Override
    public void delete(WebhookId webhook) {
        handle.createUpdate("delete from webhook where id = :id")
                .bind("id", webhook.value())
                .execute();
    }

    @Override
    public List<Webhook> claimProving(int max, Instant now, Instant until) {
        return handle.createQuery("""
                        with waiting as materialized (
                            select id from webhook where state = 'PROVING' and due <= :now
                            order by due limit :max for update skip locked)
                        update webhook w set due = :until from waiting where w.id = waiting.id
                        returning w.id, w.agency, w.registered_by, w.address, w.kinds, w.state, w.reason, w.due,
                            w.failing_since, w.created_at""")
                .bind("max", max)
                .bind("now", now)
                .bind("until", until)
                .map(JdbiWebhooks::webhook)
                .list();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Webhook webhook) {
        return statement
                .bind("id", webhook.id().value())
                .bind("address", webhook.address().toString())
                .bindArray(
                        "kinds",
                        String.class,
                        webhook.kinds().stream().map(Enum::name).toList())
                .bind("state", webhook.state().name())
                .bind("reason", webhook.reason())
                .bind("due", webhook.due())
                .bindByType("failingSince", webhook.failingSince(), Instant.class);
    }

    private static String owner(WebhookId webhook) {
        return "webhook " + webhook;
    }

    private static Webhook webhook(ResultSet row, StatementContext context) throws SQLException {
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        return new Webhook(
                new WebhookId(Columns.uuid(row, "id")),
                new OrganId(row.getString("agency")),
                row.getString("registered_by"),
                URI.create(row.getString("address")),
                Arrays.stream(kinds).map(EventKind::valueOf).collect(Collectors.toSet()),
                WebhookState.valueOf(row.getString("state")),
                row.getString("reason"),
                Columns.instant(row, "due"),
                Columns.instantOrNull(row, "failing_since"),
                Columns.instant(row, "created_at"));
    }
}
