package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.audit.Octets;
import vn.lienthong.exchange.domain.audit.SealedLog;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/** The audit log's sealing end in PostgreSQL. */
record JdbiSealedLog(Handle handle) implements SealedLog {
    private static final String BATCH = """
            select number, first_sequence, last_sequence, head, seal, timestamp_token, certificates from audit_batch\s""";

    @Override
    public List<PendingEntry> pending(int max) {
        return handle.createQuery("""
                        select p.position, e.id, e.body, e.salt
                        from audit_pending p join audit_entry e on e.id = p.entry
                        order by p.position limit :max""")
                .bind("max", max)
                .map((row, context) -> new PendingEntry(
                        row.getLong("position"), Columns.uuid(row, "id"), row.getString("body"), octets(row, "salt")))
                .list();
    }

    @Override
    public Optional<SealedBatch> newest() {
        return handle.createQuery(BATCH + "order by number desc limit 1")
                .map(JdbiSealedLog::batch)
                .findFirst();
    }

    @Override
    public boolean add(SealedBatch batch, List<PendingEntry> entries, List<Octets> leafHashes) {
        int added = handle.createUpdate("""
                        insert into audit_batch (number, first_sequence, last_sequence, head, seal, timestamp_token,
                            certificates)
                        values (:number, :first, :last, :head, :seal, :timestamp, :certificates)
                        on conflict do nothing""")
                .bind("number", batch.number())
                .bind("first", batch.firstSequence())
                .bind("last", batch.lastSequence())
                .bind("head", batch.head().toArray())
                .bind("seal", batch.seal().toArray())
                .bind("timestamp", batch.timestamp().toArray())
                .bind("certificates", array(batch.certificates()))
                .execute();
        if (added == 0) {
            return false;
        }
        List<Long> sequences = LongStream.rangeClosed(batch.firstSequence(), batch.lastSequence())
                .boxed()
                .toList();
        handle.createUpdate("""
                        insert into audit_link (sequence, entry, batch, leaf_hash)
                        select l.sequence, l.entry, :number, l.leaf_hash
                        from unnest(:sequences, :entries, :leafHashes) as l (sequence, entry, leaf_hash)""")
                .bind("number", batch.number())
                .bindArray("sequences", Long.class, sequences)
                .bindArray(
                        "entries",
                        UUID.class,
                        entries.stream().map(PendingEntry::id).toList())
                .bind("leafHashes", array(leafHashes))
                .execute();
        handle.createUpdate("delete from audit_pending where position = any(:positions)")
                .bindArray(
                        "positions",
                        Long.class,
                        entries.stream().map(PendingEntry::position).toList())
                .execute();
        return true;
    }

    @Override
    public List<LoggedEntry> about(DispatchId dispatch) {
        return handle.createQuery("""
                        select e.id, e.body, e.salt, coalesce(l.sequence, 0) as sequence, coalesce(l.batch, 0) as batch
                        from audit_entry e left join audit_link l on l.entry = e.id
                        where e.dispatch = :dispatch order by l.sequence nulls last, e.id""")
                .bind("dispatch", dispatch.value())
                .map((row, context) -> new LoggedEntry(
                        Columns.uuid(row, "id"),
                        row.getString("body"),
                        octets(row, "salt"),
                        row.getLong("sequence"),
                        row.getLong("batch")))
                .list();
    }

    @Override
    public Optional<SealedBatch> batch(long number) {
        return handle.createQuery(BATCH + "where number = :number")
                .bind("number", number)
                .map(JdbiSealedLog::batch)
                .findFirst();
    }

    @Override
    public List<Octets> leafHashes(long batch) {
        return handle.createQuery("select leaf_hash from audit_link where batch = :batch order by sequence")
                .bind("batch", batch)
                .map((row, context) -> octets(row, "leaf_hash"))
                .list();
    }

    @Override
    public Optional<Octets> leafHash(long sequence) {
        return handle.createQuery("select leaf_hash from audit_link where sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> octets(row, "leaf_hash"))
                .findFirst();
    }

    @Override
    public long pendingCount() {
        return handle.createQuery("select count(*) from audit_pending")
                .mapTo(Long.class)
                .one();
    }

    private static SealedBatch batch(ResultSet row, StatementContext context) throws SQLException {
        byte[][] certificates = (byte[][]) row.getArray("certificates").getArray();
        return new SealedBatch(
                row.getLong("number"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                octets(row, "head"),
                octets(row, "seal"),
                octets(row, "timestamp_token"),
                Arrays.stream(certificates).map(Octets::of).toList());
    }

    private static Octets octets(ResultSet row, String column) throws SQLException {
        return Octets.of(row.getBytes(column));
    }

    /** The driver wants an array of this very type. */
    private static Argument array(List<Octets> octets) {
        byte[][] values = octets.stream().map(Octets::toArray).toArray(byte[][]::new);
        return (position, statement, context) ->
                statement.setArray(position, context.getConnection().createArrayOf("bytea", values));
    }
}
