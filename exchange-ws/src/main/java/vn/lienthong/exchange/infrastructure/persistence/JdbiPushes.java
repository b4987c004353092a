package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.event.Events.Span;
import vn.lienthong.exchange.domain.webhook.Push;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.PushAttempt.Outcome;
import vn.lienthong.exchange.domain.webhook.Pushes;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookId;

/** What webhooks are to be told, in PostgreSQL. */
record JdbiPushes(Handle handle) implements Pushes {
    /**
     * Each webhook's next by its primary key. What is due is asked again beside the lock, of the row as it is then; an event
     * behind another of its conversation is not taken while that one is there, done with or not.
     */
    private static final String CLAIM =
            """
            with waiting as materialized (
                select q.webhook, q.place
                from webhook w cross join lateral (
                    select p.webhook, p.place from webhook_push p
                    where p.webhook = w.id and p.due <= :now and not exists (
                        select from webhook_push e
                        where e.webhook = p.webhook and e.conversation = p.conversation and e.place < p.place)
                    order by p.place
                    limit case when w.failing_since is null then :perWebhook else 1 end
                    for update skip locked) q
                where w.state = 'ACTIVE' and w.due <= :now and w.id <> all(:busy)
                limit :max),
            claimed as (
                update webhook_push p set due = :until from waiting
                where p.webhook = waiting.webhook and p.place = waiting.place
                returning p.webhook, p.place, p.since, p.attempts)
            select c.webhook, c.since, c.attempts,\s""" + JdbiEvents.EVENT + " from claimed c join event e on e.place = c.place order by c.webhook, c.place";

    private static final String ANEW = """
            on conflict (webhook, place) do update set due = excluded.due, since = excluded.since, attempts = 0""";

    @Override
    public void fanOut(Span places, Instant now) {
        handle.createUpdate("""
                        insert into webhook_push (webhook, place, conversation, due, since)
                        select w.id, e.place, e.conversation, :now, :now
                        from event e join webhook w on w.agency = e.agency
                        where e.place > :after and e.place <= :last and w.state = 'ACTIVE'
                            and (w.kinds = '{}' or e.kind = any(w.kinds))""")
                .bind("after", places.after())
                .bind("last", places.last())
                .bind("now", now)
                .execute();
    }

    @Override
    public List<Push> claim(int max, int perWebhook, Set<WebhookId> busy, Instant now, Instant until) {
        return handle.createQuery(CLAIM)
                .bind("max", max)
                .bind("perWebhook", perWebhook)
                .bindArray(
                        "busy", UUID.class, busy.stream().map(WebhookId::value).toList())
                .bind("now", now)
                .bind("until", until)
                .map(JdbiPushes::push)
                .list();
    }

    @Override
    public void done(Push push) {
        of(handle.createUpdate("delete from webhook_push where webhook = :webhook and place = :place"), push)
                .execute();
    }

    @Override
    public void retry(Push push, Instant due) {
        of(handle.createUpdate("""
                        update webhook_push set due = :due, attempts = attempts + 1
                        where webhook = :webhook and place = :place"""), push).bind("due", due).execute();
    }

    @Override
    public void dropAll(WebhookId webhook) {
        handle.createUpdate("delete from webhook_push where webhook = :webhook")
                .bind("webhook", webhook.value())
                .execute();
    }

    @Override
    public void forget(long place, Instant older, int max) {
        handle.createUpdate("delete from webhook_push where place <= :place")
                .bind("place", place)
                .execute();
        handle.createUpdate("""
                        delete from webhook_attempt
                        where number in (select number from webhook_attempt order by number limit :max)
                            and at < :older""").bind("max", max).bind("older", older).execute();
    }

    @Override
    public void record(PushAttempt attempt) {
        handle.createUpdate("""
                        insert into webhook_attempt (webhook, event, at, status, millis, error, outcome)
                        values (:webhook, cast(:event as uuid), :at, :status, :millis, :error, :outcome)""")
                .bind("webhook", attempt.webhook().value())
                .bindByType("event", attempt.event(), UUID.class)
                .bind("at", attempt.at())
                .bindByType("status", attempt.status(), Integer.class)
                .bind("millis", Math.toIntExact(attempt.took().toMillis()))
                .bind("error", attempt.error())
                .bind("outcome", attempt.outcome().name())
                .execute();
    }

    @Override
    public List<PushAttempt> attempts(WebhookId webhook, long before, int max) {
        return handle.createQuery("""
                        select number, webhook, event, at, status, millis, error, outcome from webhook_attempt
                        where webhook = :webhook and number < :before order by number desc limit :max""")
                .bind("webhook", webhook.value())
                .bind("before", before)
                .bind("max", max)
                .map(JdbiPushes::attempt)
                .list();
    }

    @Override
    public int replay(Webhook webhook, UUID event, Instant now) {
        return again("e.id = :event order by e.place limit 1", webhook, now)
                .bind("event", event)
                .execute();
    }

    @Override
    public int replay(Webhook webhook, Instant from, Instant to, int max, Instant now) {
        return again("""
                        e.at >= :from and e.at < :to and (:all or e.kind = any(:kinds))
                        order by e.place limit :max\s""", webhook, now)
                .bind("from", from)
                .bind("to", to)
                .bind("all", webhook.kinds().isEmpty())
                .bindArray(
                        "kinds",
                        String.class,
                        webhook.kinds().stream().map(Enum::name).toList())
                .bind("max", max)
                .execute();
    }

    /** Its agency's events of which {@code condition} holds, with what it binds. */
    private Update again(String condition, Webhook webhook, Instant now) {
        return handle.createUpdate("""
                        insert into webhook_push (webhook, place, conversation, due, since)
                        select :webhook, e.place, e.conversation, :now, :now
                        from event e where e.agency = :agency and\s""" + condition + " " + ANEW)
                .bind("webhook", webhook.id().value())
                .bind("agency", webhook.agency().value())
                .bind("now", now);
    }

    private static Update of(Update update, Push push) {
        return update.bind("webhook", push.webhook().value())
                .bind("place", push.event().place());
    }

    private static Push push(ResultSet row, StatementContext context) throws SQLException {
        return new Push(
                new WebhookId(Columns.uuid(row, "webhook")),
                JdbiEvents.event(row, context),
                Columns.instant(row, "since"),
                row.getInt("attempts"));
    }

    private static PushAttempt attempt(ResultSet row, StatementContext context) throws SQLException {
        @Nullable Integer status = row.getObject("status", Integer.class);
        return new PushAttempt(
                row.getLong("number"),
                new WebhookId(Columns.uuid(row, "webhook")),
                row.getObject("event", UUID.class),
                Columns.instant(row, "at"),
                status,
                Duration.ofMillis(row.getInt("millis")),
                row.getString("error"),
                Outcome.valueOf(row.getString("outcome")));
    }
}
