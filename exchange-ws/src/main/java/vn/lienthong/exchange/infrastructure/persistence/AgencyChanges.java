package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Changes of single agencies. */
record AgencyChanges(Handle handle) {
    /** Later than every change before it, so that times are in the order of commits; whoever asks holds the lock. */
    static final String STAMP =
            "greatest(:at::timestamptz, (select max(modified_at) + interval '1 microsecond' from agency))";

    private static final String INSERT_OR_UPDATE = "insert into agency "
            + "(id, name, mail, parent, code102, system, code20, modified_at) "
            + "values (:id, :name, :mail, :parent, :code102, :system, :code20, " + STAMP + ") "
            + "on conflict (id) do update set name = excluded.name, mail = excluded.mail, "
            + "parent = excluded.parent, code102 = excluded.code102, system = excluded.system, "
            + "code20 = coalesce(agency.code20, excluded.code20), version = agency.version + 1, "
            + "modified_at = excluded.modified_at, closed_at = null, successor = null";

    private static final String CLOSE = "update agency set successor = :successor, version = version + 1, "
            + "closed_at = coalesce(closed_at, :at), modified_at = " + STAMP + " where id = :id";

    /** One writer at a time in one schema. */
    void lock() {
        handle.execute("select pg_advisory_xact_lock(hashtext('agency'), hashtext(current_schema()))");
    }

    /** Whoever waits holds a connection, which all the others of this server want too. */
    void lockWithin(Duration patience) {
        handle.execute("set local lock_timeout = " + patience.toMillis());
        lock();
    }

    boolean put(@Nullable AgencyRecord before, Agency given, ChangeBy by) {
        Agency agency = before == null ? given.inOrder() : withCodes(given, before.agency());
        if (before != null && !before.closed() && before.agency().equals(agency)) {
            return false;
        }
        int aliases = agency.aliases().size();
        if (aliases > Agency.MOST_ALIASES
                && (before == null || aliases > before.agency().aliases().size())) {
            throw invalid("aliases", agency.id());
        }
        requireParent(before, agency);
        handle.createUpdate(INSERT_OR_UPDATE)
                .bind("id", agency.id().value())
                .bind("name", agency.name())
                .bind("mail", agency.mail())
                .bind("parent", text(agency.parent()))
                .bind("code102", agency.code102())
                .bind("system", text(agency.system()))
                .bind("code20", text(agency.code20().orElse(null)))
                .bind("at", by.at())
                .execute();
        putCodes(agency);
        record(agency.id(), change(before, agency), by);
        return true;
    }

    /** A code once given is not taken away: mail to it would not arrive any more. */
    private static Agency withCodes(Agency given, Agency before) {
        Set<OrganId> codes = new HashSet<>(before.aliases());
        codes.addAll(given.aliases());
        codes.remove(given.id());
        return given.withAliases(codes).inOrder();
    }

    private void putCodes(Agency agency) {
        Set<OrganId> codes = new HashSet<>(agency.aliases());
        codes.add(agency.id());
        handle.createUpdate("""
                        insert into agency_code (code, agency) select code, :id from unnest(:codes) as c (code)
                        on conflict do nothing""")
                .bind("id", agency.id().value())
                .bindArray("codes", String.class, (Object[]) Columns.texts(codes))
                .execute();
        int own = handle.createQuery("select count(*) from agency_code where agency = :id")
                .bind("id", agency.id().value())
                .mapTo(int.class)
                .one();
        if (own != codes.size()) {
            throw invalid("aliases", agency.id());
        }
        handle.createUpdate("update agency set words = agency_words(name, :codes::text[]) where id = :id")
                .bind("id", agency.id().value())
                .bindArray("codes", String.class, (Object[]) Columns.texts(codes))
                .execute();
    }

    boolean close(AgencyRecord before, @Nullable OrganId successor, ChangeBy by) {
        if (before.closed() && Objects.equals(before.successor(), successor)) {
            return false;
        }
        OrganId id = before.agency().id();
        if (successor != null && (successor.equals(id) || !isOpen(successor))) {
            throw invalid("successor", id);
        }
        handle.createUpdate(CLOSE)
                .bind("id", id.value())
                .bind("successor", text(successor))
                .bind("at", by.at())
                .execute();
        record(id, successor == null ? AgencyChange.CLOSED : AgencyChange.MERGED, by);
        return true;
    }

    private static AgencyChange change(@Nullable AgencyRecord before, Agency agency) {
        if (before == null) {
            return AgencyChange.REGISTERED;
        }
        if (before.closed()) {
            return AgencyChange.REOPENED;
        }
        return before.agency().name().equals(agency.name()) ? AgencyChange.CHANGED : AgencyChange.RENAMED;
    }

    private void record(OrganId id, AgencyChange change, ChangeBy by) {
        handle.createUpdate("""
                        insert into agency_version (agency, version, change, valid_from, changed_by, name, mail, parent,
                                code102, aliases, system, successor)
                            select a.id, a.version, :change, a.modified_at, :by, a.name, a.mail, a.parent, a.code102,
                                array(select c.code::text from agency_code c
                                    where c.agency = a.id and c.code <> a.id order by 1), a.system, a.successor
                            from agency a where a.id = :id""")
                .bind("id", id.value())
                .bind("change", change.name())
                .bind("by", by.name())
                .execute();
    }

    /** The parent is there, and not below the agency: a hierarchy has no circles, and so many levels at most. */
    private void requireParent(@Nullable AgencyRecord before, Agency agency) {
        OrganId parent = agency.parent();
        if (parent == null) {
            return;
        }
        List<String> line = handle.createQuery("""
                        with recursive line (id, parent) as (
                            select id, parent from agency where id = :parent and closed_at is null
                            union select a.id, a.parent from agency a join line l on a.id = l.parent)
                        select id from line""")
                .bind("parent", parent.value())
                .mapTo(String.class)
                .list();
        if (line.isEmpty() || line.contains(agency.id().value())) {
            throw invalid("parent", agency.id());
        }
        boolean stays = before != null && parent.equals(before.agency().parent());
        if (!stays && line.size() + levelsFrom(agency.id()) > Agency.MOST_LEVELS) {
            throw invalid("parent", agency.id());
        }
    }

    /** The agency's own and those below it, as far as it matters. */
    private int levelsFrom(OrganId agency) {
        return handle.createQuery("""
                        with recursive below (id, level) as (
                            select :id::text, 1
                            union select a.id::text, b.level + 1 from agency a join below b on a.parent = b.id
                                where b.level <= :levels)
                        select max(level) from below""")
                .bind("id", agency.value())
                .bind("levels", Agency.MOST_LEVELS)
                .mapTo(int.class)
                .one();
    }

    private boolean isOpen(OrganId id) {
        Optional<String> open = handle.createQuery("select id from agency where id = :id and closed_at is null")
                .bind("id", id.value())
                .mapTo(String.class)
                .findFirst();
        return open.isPresent();
    }

    private static FailureException invalid(String what, OrganId agency) {
        return new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, what, agency.value()));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
