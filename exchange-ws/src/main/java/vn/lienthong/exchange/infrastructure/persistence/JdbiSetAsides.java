package vn.lienthong.exchange.infrastructure.persistence;

import static vn.lienthong.exchange.infrastructure.persistence.Columns.DISPATCH;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.RestoreJob;
import vn.lienthong.exchange.domain.delivery.SetAsides;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;

/** Attempts and deliveries that are set aside, in PostgreSQL. */
record JdbiSetAsides(Handle handle) implements SetAsides {
    private static final String ASIDE = "select v.id as delivery_id, v.recipient, v.set_aside_at, " + DISPATCH + " ";

    private static final String FROM = "from delivery v join dispatch d on d.id = v.dispatch ";

    private static final String NAMED = """
            where v.set_aside_at >= :from and v.set_aside_at < :to
                and (cardinality(:senders) = 0 or d.sender = any(:senders))
                and (cardinality(:recipients) = 0 or v.recipient = any(:recipients))\s""";

    @Override
    public void note(DeliveryId delivery, DeliveryAttempt attempt) {
        handle.createUpdate("""
                        insert into delivery_attempt (delivery, kind, at, actor, reason, until)
                        values (:delivery, :kind, :at, :actor, :reason, :until)""")
                .bind("delivery", delivery.value())
                .bind("kind", attempt.kind().name())
                .bind("at", attempt.at())
                .bind("actor", attempt.actor())
                .bind("reason", attempt.reason())
                .bindByType("until", attempt.until(), Instant.class)
                .execute();
    }

    @Override
    public List<DeliveryAttempt> attempts(DeliveryId delivery, int max) {
        return handle.createQuery("""
                        select kind, at, actor, reason, until from delivery_attempt
                        where delivery = :delivery order by number desc limit :max""")
                .bind("delivery", delivery.value())
                .bind("max", max)
                .map((row, context) -> new DeliveryAttempt(
                        DeliveryAttempt.Kind.valueOf(row.getString("kind")),
                        Columns.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("reason"),
                        Columns.instantOrNull(row, "until")))
                .list()
                .reversed();
    }

    @Override
    public Optional<Aside> lock(DeliveryId delivery) {
        return handle.createQuery(ASIDE + FROM + "where v.id = :id for update of v")
                .bind("id", delivery.value())
                .map(JdbiSetAsides::aside)
                .findFirst();
    }

    @Override
    public void setAside(DeliveryId delivery, Instant at) {
        handle.createUpdate("update delivery set set_aside_at = :at, updated_at = :at where id = :id")
                .bind("id", delivery.value())
                .bind("at", at)
                .execute();
    }

    @Override
    public void restore(DeliveryId delivery, Instant at) {
        handle.createUpdate("""
                        update delivery set set_aside_at = null, failures = 0, lease_token = null, lease_until = :at,
                            updated_at = :at
                        where id = :id""").bind("id", delivery.value()).bind("at", at).execute();
    }

    @Override
    public RestoreJob add(RestoreJob job) {
        int matched = named(handle.createQuery("select count(*) " + FROM + NAMED), job)
                .mapTo(Integer.class)
                .one();
        return named(handle.createQuery("""
                        insert into restore_job (id, requested_by, senders, recipients, set_aside_from, set_aside_to,
                            created_at, matched, after_at, after_id)
                        values (:id, :requestedBy, :senders, :recipients, :from, :to, :createdAt, :matched, :afterAt,
                            :afterId)
                        returning *"""), job)
                .bind("id", job.id())
                .bind("requestedBy", job.requestedBy())
                .bind("createdAt", job.createdAt())
                .bind("matched", matched)
                .bind("afterAt", job.place().setAsideAt())
                .bind("afterId", job.place().delivery())
                .map(JdbiSetAsides::job)
                .one();
    }

    @Override
    public Optional<RestoreJob> job(UUID id) {
        return handle.createQuery("select * from restore_job where id = :id")
                .bind("id", id)
                .map(JdbiSetAsides::job)
                .findFirst();
    }

    @Override
    public Optional<RestoreJob> claim() {
        return handle.createQuery("""
                        select * from restore_job where finished_at is null
                        order by created_at limit 1 for update skip locked""").map(JdbiSetAsides::job).findFirst();
    }

    @Override
    public List<Aside> next(RestoreJob job, int max) {
        return named(handle.createQuery(ASIDE + FROM + NAMED + """
                        and (v.set_aside_at, v.id) > (:afterAt, :afterId)
                        order by v.set_aside_at, v.id limit :max for update of v"""), job)
                .bind("afterAt", job.place().setAsideAt())
                .bind("afterId", job.place().delivery())
                .bind("max", max)
                .map(JdbiSetAsides::aside)
                .list();
    }

    @Override
    public void progress(RestoreJob job) {
        handle.createUpdate("""
                        update restore_job set restored = :restored, after_at = :afterAt, after_id = :afterId,
                            finished_at = :finishedAt
                        where id = :id""")
                .bind("id", job.id())
                .bind("restored", job.restored())
                .bind("afterAt", job.place().setAsideAt())
                .bind("afterId", job.place().delivery())
                .bindByType("finishedAt", job.finishedAt(), Instant.class)
                .execute();
    }

    private static <T extends SqlStatement<T>> T named(T statement, RestoreJob job) {
        return statement
                .bindArray("senders", String.class, (Object[]) Columns.texts(job.senders()))
                .bindArray("recipients", String.class, (Object[]) Columns.texts(job.recipients()))
                .bind("from", job.from())
                .bind("to", job.to());
    }

    private static Aside aside(ResultSet row, StatementContext context) throws SQLException {
        return new Aside(
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                Columns.dispatch(row),
                new OrganId(row.getString("recipient")),
                Columns.instantOrNull(row, "set_aside_at"));
    }

    private static RestoreJob job(ResultSet row, StatementContext context) throws SQLException {
        return new RestoreJob(
                Columns.uuid(row, "id"),
                row.getString("requested_by"),
                agencies(row, "senders"),
                agencies(row, "recipients"),
                Columns.instant(row, "set_aside_from"),
                Columns.instant(row, "set_aside_to"),
                Columns.instant(row, "created_at"),
                row.getInt("matched"),
                row.getInt("restored"),
                new RestoreJob.Place(Columns.instant(row, "after_at"), Columns.uuid(row, "after_id")),
                Columns.instantOrNull(row, "finished_at"));
    }

    private static Set<OrganId> agencies(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(OrganId::new)
                .collect(Collectors.toSet());
    }
}
