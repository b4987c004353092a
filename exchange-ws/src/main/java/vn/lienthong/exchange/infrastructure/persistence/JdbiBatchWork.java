package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.batch.BatchClaim;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchWork;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** Batches in PostgreSQL, as workers see them. */
record JdbiBatchWork(Handle handle) implements BatchWork {
    @Override
    public Optional<BatchClaim> claim(BatchClaim.Wanted wanted) {
        // Workers that come at once take their turns at this row, for the time of two statements; then at different
        // items.
        return handle.createQuery("select " + BatchColumns.BATCH + " from signature_batch b"
                        + " where b.state = 'OPEN' and b.due <= :now and exists ("
                        + "select from signature_batch_item i where i.batch = b.id and i.state in ('PENDING', 'CLAIMED')"
                        + " and (i.state = 'PENDING' or i.lease_until <= :now))"
                        + " order by b.served_at, b.id limit 1 for no key update of b")
                .bind("now", wanted.now())
                .map((row, context) ->
                        new BatchClaim(wanted.token(), BatchColumns.order(row), row.getInt("pauses"), List.of()))
                .findFirst()
                .map(claim -> new BatchClaim(
                        claim.token(),
                        claim.order(),
                        claim.pauses(),
                        items(claim.order().id(), wanted)))
                .filter(claim -> !claim.items().isEmpty());
    }

    private List<BatchClaim.Item> items(BatchId batch, BatchClaim.Wanted wanted) {
        handle.createUpdate("update signature_batch set served_at = clock_timestamp() where id = :id")
                .bind("id", batch.value())
                .execute();
        // Materialized: a subquery with a limit may be run once more for each row, and then takes more than the limit.
        return handle.createQuery("""
                        with free as materialized (
                            select position from signature_batch_item
                            where batch = :batch and state in ('PENDING', 'CLAIMED')
                                and (state = 'PENDING' or lease_until <= :now)
                            order by position limit :most for update skip locked),
                        claimed as (
                            update signature_batch_item i set state = 'CLAIMED', claim = :token, claimed_by = :node,
                                lease_until = :until
                            from free where i.batch = :batch and i.position = free.position
                            returning i.position, i.name, i.content_sha256, i.content_length, i.tries)
                        select * from claimed order by position""")
                .bind("token", wanted.token())
                .bind("node", wanted.node())
                .bind("until", wanted.until())
                .bind("now", wanted.now())
                .bind("batch", batch.value())
                .bind("most", wanted.most())
                .map((row, context) -> new BatchClaim.Item(
                        row.getInt("position"),
                        row.getString("name"),
                        new ContentRef(Sha256Digest.of(row.getBytes("content_sha256")), row.getLong("content_length")),
                        row.getInt("tries")))
                .list();
    }

    @Override
    public boolean begin(BatchId batch, UUID claim, int position, Instant until) {
        return handle.createQuery("""
                        with held as (
                            update signature_batch_item set lease_until = :until,
                                tries = tries + case when position = :position then 1 else 0 end
                            where batch = :batch and claim = :claim and state = 'CLAIMED' returning position)
                        select exists (select from held where position = :position)""")
                .bind("until", until)
                .bind("batch", batch.value())
                .bind("claim", claim)
                .bind("position", position)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean holds(BatchId batch, UUID claim, int position) {
        return handle.createQuery("""
                        select position from signature_batch_item
                        where batch = :batch and position = :position and state = 'CLAIMED' and claim = :claim
                        for update""")
                .bind("batch", batch.value())
                .bind("position", position)
                .bind("claim", claim)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public void signed(BatchId batch, int position, ContentRef signed, Instant at) {
        handle.createUpdate("""
                        update signature_batch_item set state = 'SIGNED', claim = null, claimed_by = null,
                            lease_until = null, signed_sha256 = :signed, signed_length = :length, finished_at = :at
                        where batch = :batch and position = :position""")
                .bind("signed", signed.digest().toArray())
                .bind("length", signed.length())
                .bind("at", at)
                .bind("batch", batch.value())
                .bind("position", position)
                .execute();
    }

    @Override
    public void refused(BatchId batch, int position, Failure failure, Instant at) {
        handle.createUpdate("""
                        update signature_batch_item set state = 'REFUSED', claim = null, claimed_by = null,
                            lease_until = null, failure = :failure, failure_arguments = :arguments, finished_at = :at
                        where batch = :batch and position = :position""")
                .bind("failure", failure.code().name())
                .bindArray("arguments", String.class, failure.arguments())
                .bind("at", at)
                .bind("batch", batch.value())
                .bind("position", position)
                .execute();
    }

    @Override
    public int refuseRest(BatchId batch, UUID claim, Failure failure, Instant at) {
        return refuse(handle, batch, claim, failure, at);
    }

    static int refuse(Handle handle, BatchId batch, @Nullable UUID claim, Failure failure, Instant at) {
        return handle.createUpdate("""
                        update signature_batch_item set state = 'REFUSED', claim = null, claimed_by = null,
                            lease_until = null, failure = :failure, failure_arguments = :arguments, finished_at = :at
                        where batch = :batch and (state = 'PENDING' or state = 'CLAIMED' and claim = :claim::uuid)""")
                .bind("failure", failure.code().name())
                .bindArray("arguments", String.class, failure.arguments())
                .bind("at", at)
                .bind("batch", batch.value())
                .bind("claim", claim)
                .execute();
    }

    @Override
    public void giveBack(BatchId batch, UUID claim, @Nullable Integer untried) {
        handle.createUpdate("""
                        update signature_batch_item set state = 'PENDING', claim = null, claimed_by = null,
                            lease_until = null,
                            tries = tries - case when position = :untried and tries > 0 then 1 else 0 end
                        where batch = :batch and state = 'CLAIMED' and claim = :claim""")
                .bind("untried", untried)
                .bind("batch", batch.value())
                .bind("claim", claim)
                .execute();
    }

    @Override
    public void pause(BatchId batch, FailureCode waitingFor, Instant due) {
        handle.createUpdate("""
                        update signature_batch set due = :due, pauses = pauses + 1, waiting_for = :waitingFor
                        where id = :id and state = 'OPEN'""")
                .bind("due", due)
                .bind("waitingFor", waitingFor.name())
                .bind("id", batch.value())
                .execute();
    }

    @Override
    public void resume(BatchId batch) {
        handle.createUpdate("update signature_batch set pauses = 0, waiting_for = null where id = :id and pauses > 0")
                .bind("id", batch.value())
                .execute();
    }

    @Override
    public void giveBackAll(String node) {
        handle.createUpdate("""
                        update signature_batch_item set state = 'PENDING', claim = null, claimed_by = null,
                            lease_until = null
                        where state = 'CLAIMED' and claimed_by = :node""").bind("node", node).execute();
    }

    @Override
    public Optional<Ended> finish(Instant at) {
        return handle.createQuery("update signature_batch b set state = 'DONE', finished_at = :at, waiting_for = null"
                        + " where id = (select o.id from signature_batch o where o.state = 'OPEN' and not exists ("
                        + "select from signature_batch_item i where i.batch = o.id and i.state in ('PENDING', 'CLAIMED'))"
                        + " limit 1 for no key update skip locked) returning " + BatchColumns.BATCH)
                .bind("at", at)
                .map((row, context) -> BatchColumns.order(row))
                .findFirst()
                .map(order -> handle.createQuery("""
                                select count(*) filter (where state = 'SIGNED') as signed,
                                    count(*) filter (where state = 'REFUSED') as refused
                                from signature_batch_item where batch = :batch""")
                        .bind("batch", order.id().value())
                        .map((row, context) -> new Ended(order, row.getInt("signed"), row.getInt("refused")))
                        .one());
    }
}
