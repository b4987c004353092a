package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
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
                                where e.kind = :kind and e.lane = outbox.lane and e.id < outbox.id))
                            order by due, id limit :max for update skip locked),
                        claimed as (
                            update outbox set due = :until from waiting where outbox.id = waiting.id
                            returning outbox.id, lane, payload, attempts)
                        select id, lane, payload, attempts from claimed order by id""")
                .bind("kind", kind.name())
                .bind("ordered", kind.ordered())
                .bind("max", max)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> new Job(
                        Columns.uuid(row, "id"),
                        kind,
                        row.getString("lane"),
                        row.getString("payload"),
                        row.getInt("attempts")))
                .list();
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
