package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.ledger.Outbox;

/** Promised work in PostgreSQL; {@code due} is also until when a claimed job is nobody else's. */
record JdbiOutbox(Handle handle) implements Outbox {
    @Override
    public void put(Job job, Instant now) {
        handle.createUpdate("""
                        insert into outbox (id, kind, lane, payload, due, attempts)
                        values (:id, :kind, :lane, :payload, :due, :attempts)""")
                .bind("id", job.id())
                .bind("kind", job.kind().name())
                .bind("lane", job.lane())
                .bind("payload", job.payload())
                .bind("due", now)
                .bind("attempts", job.attempts())
                .execute();
    }

    // Materialized: a subquery of the update could be run again for each row, and claim more than was asked for.
    @Override
    public List<Job> claim(JobKind kind, int max, Instant now, Instant until) {
        return handle.createQuery("""
                        with waiting as materialized (
                            select id from outbox where kind = :kind and due <= :now and (not :ordered or not exists (
                                select from outbox e
                                where e.kind = :kind and e.lane = outbox.lane and e.position < outbox.position))
                            order by due, position limit :max for update skip locked),
                        claimed as (
                            update outbox set due = :until from waiting where outbox.id = waiting.id
                            returning outbox.id, lane, payload, attempts, position)
                        select id, lane, payload, attempts from claimed order by position""")
                .bind("kind", kind.name())
                .bind("ordered", kind.ordered())
                .bind("max", max)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> job(row, kind))
                .list();
    }

    // What is due is asked again beside the lock: another worker may have claimed it since it was numbered.
    @Override
    public List<Job> claimOfLanes(JobKind kind, int max, int perLane, Set<String> busy, Instant now, Instant until) {
        return handle.createQuery("""
                        with numbered as materialized (
                            select id, due, row_number() over (partition by lane order by due, id) as place
                            from outbox where kind = :kind and due <= :now and lane <> all(:busy)),
                        waiting as materialized (
                            select outbox.id from outbox join numbered on numbered.id = outbox.id
                            where numbered.place <= :perLane and outbox.due <= :now
                            order by numbered.place, numbered.due, outbox.id limit :max
                            for update of outbox skip locked),
                        claimed as (
                            update outbox set due = :until from waiting where outbox.id = waiting.id
                            returning outbox.id, lane, payload, attempts)
                        select id, lane, payload, attempts from claimed order by id""")
                .bind("kind", kind.name())
                .bind("max", max)
                .bind("perLane", perLane)
                .bindArray("busy", String.class, List.copyOf(busy))
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> job(row, kind))
                .list();
    }

    private static Job job(ResultSet row, JobKind kind) throws SQLException {
        return new Job(
                Columns.uuid(row, "id"), kind, row.getString("lane"), row.getString("payload"), row.getInt("attempts"));
    }

    @Override
    public void done(Job job) {
        handle.createUpdate("delete from outbox where id = :id")
                .bind("id", job.id())
                .execute();
    }

    @Override
    public void retry(Job job, Instant due) {
        handle.createUpdate("update outbox set due = :due, attempts = attempts + 1 where id = :id")
                .bind("id", job.id())
                .bind("due", due)
                .execute();
    }
}
