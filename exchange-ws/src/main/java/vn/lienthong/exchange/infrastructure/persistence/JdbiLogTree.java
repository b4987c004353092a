package vn.lienthong.exchange.infrastructure.persistence;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.audit.LogTree;
import vn.lienthong.exchange.domain.audit.Octets;

/** The log's tree in PostgreSQL. Each question is one statement, and each row is found by a primary key. */
record JdbiLogTree(Handle handle) implements LogTree {
    @Override
    public void add(Collection<LogNode> nodes) {
        handle.createUpdate("""
                        insert into log_node (level, place, hash)
                        select n.level, n.place, decode(n.hash, 'hex')
                        from unnest(:levels, :places, :hashes) as n (level, place, hash)""")
                .bindArray(
                        "levels",
                        Integer.class,
                        nodes.stream().map(node -> node.at().level()).toArray())
                .bindArray(
                        "places",
                        Long.class,
                        nodes.stream().map(node -> node.at().place()).toArray())
                .bindArray(
                        "hashes",
                        String.class,
                        // in hexadecimal: the driver makes no array of octets from a list
                        nodes.stream()
                                .map(node ->
                                        HexFormat.of().formatHex(node.hash().toArray()))
                                .toArray())
                .execute();
    }

    /** A scan of the index for each node, at any size of the table: the planner is left no other way. */
    @Override
    public List<LogNode> nodes(Collection<Place> wanted) {
        return handle.createQuery("""
                        select n.level, n.place, n.hash from unnest(:levels, :places) as w (level, place)
                        cross join lateral (
                            select level, place, hash from log_node
                            where level = w.level::smallint and place = w.place offset 0) n""")
                .bindArray(
                        "levels",
                        Integer.class,
                        wanted.stream().map(Place::level).toArray())
                .bindArray(
                        "places", Long.class, wanted.stream().map(Place::place).toArray())
                .map((row, context) -> new LogNode(
                        new Place(row.getInt("level"), row.getLong("place")), Octets.of(row.getBytes("hash"))))
                .list();
    }

    @Override
    public List<Octets> leaves(long first, int count) {
        return handle.createQuery("""
                        select hash from log_node where level = 0 and place >= :first and place < :end order by place""")
                .bind("first", first)
                .bind("end", first + count)
                .map((row, context) -> Octets.of(row.getBytes("hash")))
                .list();
    }

    @Override
    public List<Octets> entryLeaves(long firstSequence, int count) {
        return handle.createQuery("""
                        select leaf_hash from audit_link where sequence >= :first and sequence < :end order by sequence""")
                .bind("first", firstSequence)
                .bind("end", firstSequence + count)
                .map((row, context) -> Octets.of(row.getBytes("leaf_hash")))
                .list();
    }

    @Override
    public Optional<Long> batchOf(long sequence) {
        return handle.createQuery("select batch from audit_link where sequence = :sequence")
                .bind("sequence", sequence)
                .mapTo(Long.class)
                .findFirst();
    }
}
