package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptSignatures;
import vn.lienthong.exchange.domain.keeping.KeptState;

/** Signed files in the server's care, in PostgreSQL. */
record JdbiKeptSignatures(Handle handle) implements KeptSignatures {
    private static final int MOST_DOUBLINGS = 10;

    private static final String KEPT = """
            select k.*, v.number, v.content_sha256, v.content_length, v.level as version_level, v.made_at
            from kept_signature k join kept_signature_version v on v.kept = k.id and v.number = k.version\s""";

    @Override
    public void put(KeptSignature first, List<KeptSignature.Document> documents) {
        handle.createUpdate("""
                        insert into kept_signature (id, owner, media_type, asked, level, version, state, waiting_for,
                            horizon, due, attempts, created_at)
                        values (:id, :owner, :mediaType, :asked, :level, :version, :state, :waitingFor,
                            :horizon::timestamptz, :due::timestamptz, :attempts, :at)""")
                .bind("owner", first.owner())
                .bind("mediaType", first.mediaType())
                .bind("asked", first.asked().name())
                .bind("at", first.current().madeAt())
                .bindMap(changing(first))
                .execute();
        addVersion(first);
        for (int i = 0; i < documents.size(); i++) {
            ContentRef content = documents.get(i).content();
            handle.createUpdate("""
                            insert into kept_signature_document (kept, position, name, content_sha256, content_length)
                            values (:kept, :position, :name, :digest, :length)""")
                    .bind("kept", first.id().value())
                    .bind("position", i + 1)
                    .bind("name", documents.get(i).name())
                    .bind("digest", content.digest().toArray())
                    .bind("length", content.length())
                    .execute();
        }
    }

    private static Map<String, @Nullable Object> changing(KeptSignature kept) {
        Map<String, @Nullable Object> values = new HashMap<>();
        FailureCode waitingFor = kept.waitingFor();
        values.put("id", kept.id().value());
        values.put("level", kept.current().level().name());
        values.put("version", kept.current().number());
        values.put("state", kept.state().name());
        values.put("waitingFor", waitingFor == null ? null : waitingFor.name());
        values.put("horizon", Objects.toString(kept.horizon(), null));
        values.put("due", Objects.toString(kept.due(), null));
        values.put("attempts", kept.attempts());
        return values;
    }

    private void addVersion(KeptSignature kept) {
        KeptSignature.Version version = kept.current();
        handle.createUpdate("""
                        insert into kept_signature_version (kept, number, content_sha256, content_length, level, made_at)
                        values (:kept, :number, :digest, :length, :level, :at) on conflict do nothing""")
                .bind("kept", kept.id().value())
                .bind("number", version.number())
                .bind("digest", version.content().digest().toArray())
                .bind("length", version.content().length())
                .bind("level", version.level().name())
                .bind("at", version.madeAt())
                .execute();
    }

    @Override
    public Optional<KeptSignature> find(KeptId id, String owner) {
        return handle.createQuery(KEPT + "where k.id = :id and k.owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner)
                .map((row, context) -> kept(row))
                .findFirst();
    }

    @Override
    public List<KeptSignature> of(String owner, @Nullable KeptState state, Page page) {
        return handle.createQuery(KEPT + """
                        where k.owner = :owner and (:state::text is null or k.state = :state)
                        order by k.id desc nulls last limit :size offset :offset""")
                .bind("owner", owner)
                .bind("state", state == null ? null : state.name())
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> kept(row))
                .list();
    }

    @Override
    public List<KeptSignature.Version> versions(KeptId id) {
        return handle.createQuery("""
                        select number, content_sha256, content_length, level as version_level, made_at
                        from kept_signature_version where kept = :kept order by number""")
                .bind("kept", id.value())
                .map((row, context) -> version(row))
                .list();
    }

    @Override
    public List<KeptSignature.Document> documents(KeptId id) {
        return handle.createQuery("select * from kept_signature_document where kept = :kept order by position")
                .bind("kept", id.value())
                .map((row, context) -> new KeptSignature.Document(
                        row.getString("name"), Objects.requireNonNull(BatchColumns.content(row, "content"))))
                .list();
    }

    @Override
    public Optional<Claimed> claim(UUID claim, Instant now, Duration lease) {
        return handle.createQuery("""
                        update kept_signature k set claim = :claim, lost_workers = due.lost,
                            lease_until = :now::timestamptz + make_interval(secs => :lease * power(2, least(due.lost, :doublings)))
                        from (select id, lost_workers + (claim is not null)::integer as lost from kept_signature
                            where due <= :now and lease_until <= :now
                            order by due limit 1 for no key update skip locked) due
                        where k.id = due.id
                        returning k.id, k.owner, k.lost_workers""")
                .bind("claim", claim)
                .bind("now", now)
                .bind("lease", lease.toSeconds())
                .bind("doublings", MOST_DOUBLINGS)
                .map((row, context) -> new Claimed(
                        find(new KeptId(Columns.uuid(row, "id")), row.getString("owner"))
                                .orElseThrow(),
                        row.getInt("lost_workers")))
                .findFirst();
    }

    @Override
    public List<KeptSignature> keptBefore(Instant before, int most) {
        return handle.createQuery(KEPT
                        + "where k.created_at < :before order by k.created_at limit :most for update of k skip locked")
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list();
    }

    @Override
    public boolean remove(KeptId id) {
        int found = handle.createUpdate("update kept_signature set removing = true where id = :id")
                .bind("id", id.value())
                .execute();
        if (found == 0) {
            return false;
        }
        for (String table : List.of("kept_signature_version", "kept_signature_document")) {
            handle.createUpdate("delete from " + table + " where kept = :id")
                    .bind("id", id.value())
                    .execute();
        }
        handle.createUpdate("delete from kept_signature where id = :id")
                .bind("id", id.value())
                .execute();
        return true;
    }

    @Override
    public Map<KeptState, Long> counts() {
        Map<KeptState, Long> counts = new EnumMap<>(KeptState.class);
        handle.createQuery("select state, count(*) from kept_signature group by state")
                .map((row, context) -> Map.entry(KeptState.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public List<KeptSignature> setAside(Page page) {
        return handle.createQuery(KEPT + "where k.state = 'SET_ASIDE' order by k.id limit :size offset :offset")
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> kept(row))
                .list();
    }

    @Override
    public Optional<KeptSignature> findSetAside(KeptId id) {
        return handle.createQuery(KEPT + "where k.id = :id and k.state = 'SET_ASIDE' for no key update of k")
                .bind("id", id.value())
                .map((row, context) -> kept(row))
                .findFirst();
    }

    @Override
    public boolean holds(KeptId id, UUID claim) {
        return handle.createQuery("select id from kept_signature where id = :id and claim = :claim for no key update")
                .bind("id", id.value())
                .bind("claim", claim)
                .mapTo(UUID.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public void change(KeptSignature changed) {
        addVersion(changed);
        handle.createUpdate("""
                        update kept_signature set level = :level, version = :version, state = :state,
                            waiting_for = :waitingFor, horizon = :horizon::timestamptz, due = :due::timestamptz,
                            attempts = :attempts, claim = null, lease_until = 'epoch', lost_workers = 0
                        where id = :id""").bindMap(changing(changed)).execute();
    }

    private static KeptSignature kept(ResultSet row) throws SQLException {
        String waitingFor = row.getString("waiting_for");
        return new KeptSignature(
                new KeptId(Columns.uuid(row, "id")),
                row.getString("owner"),
                row.getString("media_type"),
                BaselineLevel.valueOf(row.getString("asked")),
                version(row),
                KeptState.valueOf(row.getString("state")),
                waitingFor == null ? null : FailureCode.valueOf(waitingFor),
                BatchColumns.optionalInstant(row, "horizon"),
                BatchColumns.optionalInstant(row, "due"),
                row.getInt("attempts"));
    }

    private static KeptSignature.Version version(ResultSet row) throws SQLException {
        return new KeptSignature.Version(
                row.getInt("number"),
                Objects.requireNonNull(BatchColumns.content(row, "content")),
                BaselineLevel.valueOf(row.getString("version_level")),
                Columns.instant(row, "made_at"));
    }
}
