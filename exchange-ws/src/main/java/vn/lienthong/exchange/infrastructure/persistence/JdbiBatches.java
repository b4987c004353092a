package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.batch.BatchItem.Arrival;
import vn.lienthong.exchange.domain.batch.BatchOrder;
import vn.lienthong.exchange.domain.batch.BatchProgress;
import vn.lienthong.exchange.domain.batch.Batches;
import vn.lienthong.exchange.domain.batch.ItemState;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.Failure;

/** Batches in PostgreSQL, as their owners see them. */
record JdbiBatches(Handle handle) implements Batches {
    @Override
    public void begin(BatchOrder order) {
        ContentRef image = order.image();
        handle.createUpdate("""
                        insert into signature_batch (id, owner, state, key_alias, terms, image_sha256, image_length,
                            created_at, served_at, due)
                        values (:id, :owner, 'RECEIVING', :key, :terms, :image, :imageLength, :at, :at, :at)""")
                .bind("id", order.id().value())
                .bind("owner", order.owner())
                .bind("key", order.keyAlias())
                .bind("terms", order.terms())
                .bind("image", image == null ? null : image.digest().toArray())
                .bind("imageLength", image == null ? null : image.length())
                .bind("at", order.createdAt())
                .execute();
    }

    @Override
    public void add(BatchId batch, List<Arrival> items) {
        handle.createUpdate("""
                        insert into signature_batch_item (batch, position, name, content_sha256, content_length)
                        select :batch, i.position, i.name, decode(i.digest, 'hex'), i.length
                        from unnest(:positions, :names, :digests, :lengths) as i (position, name, digest, length)""")
                .bind("batch", batch.value())
                .bindArray("positions", Long.class, each(items, item -> (long) item.position()))
                .bindArray("names", String.class, each(items, Arrival::name))
                .bindArray(
                        "digests",
                        String.class,
                        each(items, item -> item.content().digest().hex()))
                .bindArray(
                        "lengths",
                        Long.class,
                        each(items, item -> item.content().length()))
                .execute();
    }

    private static Object[] each(List<Arrival> items, Function<Arrival, Object> value) {
        return items.stream().map(value).toArray();
    }

    @Override
    public boolean submit(BatchId batch, int documents, @Nullable IdempotencyKey key, Sha256Digest request) {
        if (key != null) {
            // Who comes second with a key waits here for the first, and then finds its batch.
            handle.execute("""
                    select pg_advisory_xact_lock(hashtextextended(owner || ' ' || ?, 8))
                    from signature_batch where id = ?""", key.value(), batch.value());
        }
        return handle.createUpdate("""
                                update signature_batch b set state = 'OPEN', documents = :documents,
                                    idempotency_key = :key, request_sha256 = :request
                                where id = :id and state = 'RECEIVING' and not exists (select from signature_batch other
                                    where other.owner = b.owner and other.idempotency_key = :key)""")
                        .bind("documents", documents)
                        .bind("key", key == null ? null : key.value())
                        .bind("request", request.toArray())
                        .bind("id", batch.value())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Keyed> keyed(String owner, IdempotencyKey key) {
        return handle.createQuery("""
                        select id, request_sha256 from signature_batch
                        where owner = :owner and idempotency_key = :key""")
                .bind("owner", owner)
                .bind("key", key.value())
                .map((row, context) -> new Keyed(
                        new BatchId(Columns.uuid(row, "id")), Sha256Digest.of(row.getBytes("request_sha256"))))
                .findFirst();
    }

    @Override
    public void drop(BatchId batch) {
        handle.createUpdate("delete from signature_batch where id = :id and state = 'RECEIVING'")
                .bind("id", batch.value())
                .execute();
    }

    @Override
    public Optional<SignatureBatch> find(BatchId batch, String owner) {
        return handle.createQuery("select " + BatchColumns.BATCH + " from signature_batch b"
                        + " where b.id = :id and b.owner = :owner and b.state <> 'RECEIVING'")
                .bind("id", batch.value())
                .bind("owner", owner)
                .map((row, context) -> BatchColumns.batch(row))
                .findFirst();
    }

    @Override
    public List<SignatureBatch> of(String owner, Page page) {
        return handle.createQuery("select " + BatchColumns.BATCH + " from signature_batch b"
                        + " where b.owner = :owner and b.state <> 'RECEIVING'"
                        + " order by b.id desc nulls last limit :size offset :offset")
                .bind("owner", owner)
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> BatchColumns.batch(row))
                .list();
    }

    @Override
    public int unfinished(String owner) {
        return handle.createQuery("select count(*) from signature_batch where owner = :owner and state = 'OPEN'")
                .bind("owner", owner)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public BatchProgress progress(SignatureBatch batch, Instant lately, Instant now) {
        Instant began = batch.order().createdAt();
        Duration span = Duration.between(began.isAfter(lately) ? began : lately, now);
        return handle.createQuery("""
                        select count(*) filter (where state = 'PENDING') as pending,
                            count(*) filter (where state = 'CLAIMED') as claimed,
                            count(*) filter (where state = 'SIGNED') as signed,
                            count(*) filter (where state = 'REFUSED') as refused,
                            count(*) filter (where finished_at > :lately) as lately
                        from signature_batch_item where batch = :batch""")
                .bind("lately", lately)
                .bind("batch", batch.order().id().value())
                .map((row, context) -> new BatchProgress(
                        row.getInt("pending"),
                        row.getInt("claimed"),
                        row.getInt("signed"),
                        row.getInt("refused"),
                        row.getInt("lately"),
                        span))
                .one();
    }

    @Override
    public List<BatchItem> items(BatchId batch, @Nullable ItemState state, int after, int most) {
        return handle.createQuery("""
                        select * from signature_batch_item
                        where batch = :batch and position > :after and (:state::text is null or state = :state)
                        order by position limit :most""")
                .bind("batch", batch.value())
                .bind("after", after)
                .bind("state", state == null ? null : state.name())
                .bind("most", most)
                .map((row, context) -> BatchColumns.item(row))
                .list();
    }

    @Override
    public Optional<BatchItem> item(BatchId batch, int position) {
        return items(batch, null, position - 1, 1).stream()
                .filter(item -> item.position() == position)
                .findFirst();
    }

    @Override
    public int cancel(BatchId batch, Failure failure, Instant now) {
        handle.createUpdate("""
                        update signature_batch set cancelled_at = coalesce(cancelled_at, :now)
                        where id = :id and state = 'OPEN'""").bind("now", now).bind("id", batch.value()).execute();
        return JdbiBatchWork.refuse(handle, batch, null, failure, now);
    }

    @Override
    public int remove(Instant finishedBefore, Instant abandonedBefore) {
        return handle.createUpdate("""
                        delete from signature_batch where state = 'DONE' and finished_at < :finished
                            or state = 'RECEIVING' and created_at < :abandoned""")
                .bind("finished", finishedBefore)
                .bind("abandoned", abandonedBefore)
                .execute();
    }
}
