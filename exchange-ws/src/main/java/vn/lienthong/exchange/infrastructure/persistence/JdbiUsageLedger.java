package vn.lienthong.exchange.infrastructure.persistence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.keypolicy.KeyUsage;
import vn.lienthong.exchange.domain.keypolicy.UsageBlock;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;

/** Uses of keys in PostgreSQL. */
record JdbiUsageLedger(Handle handle) implements UsageLedger {
    /** What is left of a limit is shared out in so many parts, for other nodes need some of it too. */
    private static final int PARTS = 16;

    @Override
    public Optional<UsageBlock> lease(UsageBlock.Wanted wanted, UsageLimits limits) {
        // One lease of a key at a time: two that counted at once would both see what only one of them may have.
        lockLeases(wanted.keyAlias());
        long left = left(wanted, limits);
        if (left < wanted.least()) {
            return Optional.empty();
        }
        UsageBlock block = wanted.ofSize(Math.min(wanted.most(), Math.max(wanted.least(), left / PARTS)));
        handle.createUpdate("insert into key_usage_block (id, key_alias, day, node, size) values (?, ?, ?, ?, ?)")
                .bind(0, block.id())
                .bind(1, block.keyAlias())
                .bind(2, block.day())
                .bind(3, block.node())
                .bind(4, block.size())
                .execute();
        return Optional.of(block);
    }

    private void lockLeases(String keyAlias) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 2))", keyAlias);
    }

    /** How many uses the limits leave, every open block counted as if it were used up. */
    private long left(UsageBlock.Wanted wanted, UsageLimits limits) {
        Long perDay = limits.perDay();
        Long inAll = limits.inAll();
        if (perDay == null && inAll == null) {
            return Long.MAX_VALUE;
        }
        return handle.createQuery("""
                        with taken as (
                            select day, used as uses from key_usage where key_alias = :key
                            union all select day, size from key_usage_block where key_alias = :key)
                        select coalesce(sum(uses) filter (where day = :day), 0), coalesce(sum(uses), 0) from taken""")
                .bind("key", wanted.keyAlias())
                .bind("day", wanted.day())
                .map((row, context) -> Math.min(
                        perDay == null ? Long.MAX_VALUE : perDay - row.getLong(1),
                        inAll == null ? Long.MAX_VALUE : inAll - row.getLong(2)))
                .one();
    }

    @Override
    public List<Boolean> record(List<Use> uses) {
        // The rows that permit a use stay as they are until the commit: neither can somebody disable a key, nor close a
        // block, between this look and the use's being on the record. The policy is locked first, as by who changes it.
        Set<Integer> valid = new HashSet<>(handle.createQuery("""
                        select u.ordinal from unnest(:account, :key, :policy, :block) with ordinality
                            as u (account, key, policy, block, ordinal)
                        join key_usage_block b on b.id = u.block and b.key_alias = u.key
                        join key_policy p on p.id = u.policy and p.key_alias = u.key and p.state = 'EFFECTIVE'
                        where exists (select from key_grant g
                            where (g.system = u.account or g.account = u.account) and g.key_alias = u.key
                                and g.withdrawn_at is null)
                        for share of p for key share of b""")
                .bindArray("account", String.class, each(uses, Use::account))
                .bindArray("key", String.class, each(uses, Use::keyAlias))
                .bindArray("policy", UUID.class, each(uses, Use::policy))
                .bindArray("block", UUID.class, each(uses, Use::block))
                .map((row, context) -> row.getInt(1))
                .list());
        List<Use> recorded = IntStream.range(0, uses.size())
                .filter(i -> valid.contains(i + 1))
                .mapToObj(uses::get)
                .toList();
        handle.createUpdate("""
                        insert into key_use (block, uses)
                        select block, sum(uses) from unnest(:block, :uses) as u (block, uses) group by block""")
                .bindArray("block", UUID.class, each(recorded, Use::block))
                .bindArray("uses", Long.class, each(recorded, Use::count))
                .execute();
        return IntStream.rangeClosed(1, uses.size()).mapToObj(valid::contains).toList();
    }

    private static Object[] each(List<Use> uses, Function<Use, Object> value) {
        return uses.stream().map(value).toArray();
    }

    @Override
    public void close(UUID block) {
        // The lock waits for uses that are being recorded; those after it find no block.
        handle.createQuery("select id from key_usage_block where id = :id for update")
                .bind("id", block)
                .mapTo(UUID.class)
                .findFirst()
                .ifPresent(locked -> handle.createUpdate("""
                                with made as (delete from key_use where block = :id returning uses),
                                    total as (select coalesce(sum(uses), 0) as uses from made)
                                insert into key_usage (key_alias, day, used)
                                select b.key_alias, b.day, t.uses from key_usage_block b, total t where b.id = :id
                                on conflict (key_alias, day) do update set used = key_usage.used + excluded.used""").bind("id", locked).execute());
        handle.createUpdate("delete from key_usage_block where id = :id")
                .bind("id", block)
                .execute();
    }

    @Override
    public void closeAllOf(String keyAlias) {
        // No block is leased until the commit: its uses could be recorded by a statement that began before.
        lockLeases(keyAlias);
        // All are locked before the first is counted: whoever closes another one of them holds its lock before the
        // count's.
        handle.createQuery("select id from key_usage_block where key_alias = :key order by id for update")
                .bind("key", keyAlias)
                .mapTo(UUID.class)
                .list()
                .forEach(this::close);
    }

    @Override
    public List<UUID> openOf(String node) {
        return handle.createQuery("select id from key_usage_block where node = :node")
                .bind("node", node)
                .mapTo(UUID.class)
                .list();
    }

    @Override
    public List<UUID> openBefore(LocalDate day) {
        return handle.createQuery("select id from key_usage_block where day < :day")
                .bind("day", day)
                .mapTo(UUID.class)
                .list();
    }

    @Override
    public KeyUsage usage(String keyAlias, LocalDate day) {
        return handle.createQuery("""
                        with made as (
                            select day, used as uses, 0::bigint as size from key_usage where key_alias = :key
                            union all
                            select b.day, coalesce(u.uses, 0), b.size from key_usage_block b
                                left join lateral (select sum(uses) as uses from key_use where block = b.id) u on true
                                where b.key_alias = :key)
                        select coalesce(sum(uses) filter (where day = :day), 0), coalesce(sum(uses), 0),
                            coalesce(sum(size - uses) filter (where size > 0), 0) from made""")
                .bind("key", keyAlias)
                .bind("day", day)
                .map((row, context) -> new KeyUsage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }
}
