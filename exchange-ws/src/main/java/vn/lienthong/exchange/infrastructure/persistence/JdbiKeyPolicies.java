package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicies;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;

/** Key policies and their history in PostgreSQL. */
record JdbiKeyPolicies(Handle handle) implements KeyPolicies {
    private static final String SELECT = """
            select id, key_alias, state, based_on, enabled, uses, kinds, hours, per_day, in_all, proposed_by,
                proposed_at, decided_by, decided_at from key_policy where\s""";

    @Override
    public Optional<PolicyVersion> effective(String keyAlias) {
        return handle.createQuery(SELECT + "key_alias = :key and state = 'EFFECTIVE'")
                .bind("key", keyAlias)
                .map((row, context) -> version(row))
                .findFirst();
    }

    @Override
    public boolean any() {
        return handle.createQuery("select exists (select from key_policy)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean any(String keyAlias) {
        lock(keyAlias);
        return handle.createQuery("select exists (select from key_policy where key_alias = :key)")
                .bind("key", keyAlias)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<PolicyVersion> proposed() {
        return handle.createQuery(SELECT + "state = 'PROPOSED' order by proposed_at, id")
                .map((row, context) -> version(row))
                .list();
    }

    @Override
    public Optional<PolicyVersion> find(UUID id) {
        return handle.createQuery(SELECT + "id = :id")
                .bind("id", id)
                .map((row, context) -> version(row))
                .findFirst();
    }

    @Override
    public void propose(PolicyVersion proposal) {
        insert(proposal, PolicyVersion.State.PROPOSED, null, null);
    }

    @Override
    public boolean enact(PolicyVersion version, String decidedBy, Instant at) {
        if (!supersede(version)) {
            return false;
        }
        int decided = handle.createUpdate("""
                        update key_policy set state = 'EFFECTIVE', decided_by = :by, decided_at = :at
                        where id = :id and state = 'PROPOSED'""")
                .bind("id", version.id())
                .bind("by", decidedBy)
                .bind("at", at)
                .execute();
        if (decided == 0) {
            insert(version, PolicyVersion.State.EFFECTIVE, decidedBy, at);
        }
        return true;
    }

    @Override
    public boolean reject(UUID id, String decidedBy, Instant at) {
        return handle.createUpdate("""
                        update key_policy set state = 'REJECTED', decided_by = :by, decided_at = :at
                        where id = :id and state = 'PROPOSED'""")
                        .bind("id", id)
                        .bind("by", decidedBy)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** Whether the version that this one is based on held until now, or, for a first one, none did. */
    private boolean supersede(PolicyVersion version) {
        UUID before = version.basedOn();
        String alias = version.policy().keyAlias();
        lock(alias);
        if (before == null) {
            return effective(alias).isEmpty();
        }
        return handle.createUpdate("update key_policy set state = 'SUPERSEDED' where id = :id and state = 'EFFECTIVE'")
                        .bind("id", before)
                        .execute()
                == 1;
    }

    /** Two first versions at once: the lock has the second one see the first. */
    private void lock(String keyAlias) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 1))", keyAlias);
    }

    private void insert(
            PolicyVersion version, PolicyVersion.State state, @Nullable String decidedBy, @Nullable Instant decidedAt) {
        KeyPolicy policy = version.policy();
        handle.createUpdate("""
                        insert into key_policy (id, key_alias, state, based_on, enabled, uses, kinds, hours, per_day, in_all,
                            proposed_by, proposed_at, decided_by, decided_at)
                        values (:id, :key, :state, cast(:basedOn as uuid), :enabled, :uses, :kinds, :hours,
                            cast(:perDay as bigint), cast(:inAll as bigint),
                            :proposedBy, :proposedAt, :decidedBy, cast(:decidedAt as timestamptz))""")
                .bind("id", version.id())
                .bind("key", policy.keyAlias())
                .bind("state", state.name())
                .bind("basedOn", version.basedOn())
                .bind("enabled", policy.enabled())
                .bindArray("uses", String.class, texts(policy.uses()))
                .bindArray("kinds", String.class, texts(policy.kinds()))
                .bindArray("hours", String.class, texts(policy.hours()))
                .bind("perDay", policy.limits().perDay())
                .bind("inAll", policy.limits().inAll())
                .bind("proposedBy", version.proposedBy())
                .bind("proposedAt", version.proposedAt())
                .bind("decidedBy", decidedBy)
                .bind("decidedAt", decidedAt)
                .execute();
    }

    private static Object[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        KeyPolicy policy = new KeyPolicy(
                row.getString("key_alias"),
                row.getBoolean("enabled"),
                Arrays.stream(texts(row, "uses"))
                        .map(SignatureUse::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Arrays.stream(texts(row, "kinds"))
                        .map(DocumentKind::new)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Arrays.stream(texts(row, "hours"))
                        .map(text -> SigningHours.parse(text).orElseThrow())
                        .toList(),
                new UsageLimits(row.getObject("per_day", Long.class), row.getObject("in_all", Long.class)));
        return new PolicyVersion(
                Columns.uuid(row, "id"),
                policy,
                PolicyVersion.State.valueOf(row.getString("state")),
                row.getObject("based_on", UUID.class),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"),
                row.getString("decided_by"),
                row.getObject("decided_at") == null ? null : Columns.instant(row, "decided_at"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
