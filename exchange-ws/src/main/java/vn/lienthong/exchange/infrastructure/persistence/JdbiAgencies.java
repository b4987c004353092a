package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The directory in PostgreSQL. */
record JdbiAgencies(Handle handle) implements AgencyDirectory {
    private static final String SELECT = """
            select a.id, a.name, a.mail, a.parent, a.code102, a.system,
                array(select c.code::text from agency_code c where c.agency = a.id and c.code <> a.id order by 1) as aliases
            from agency a\s""";

    @Override
    public List<Agency> all() {
        return handle.createQuery(SELECT + "order by a.id")
                .map(JdbiAgencies::agency)
                .list();
    }

    @Override
    public Optional<Agency> find(OrganId idOrAlias) {
        return handle.createQuery(SELECT + "where a.id = (select agency from agency_code where code = :code)")
                .bind("code", idOrAlias.value())
                .map(JdbiAgencies::agency)
                .findFirst();
    }

    @Override
    public Map<OrganId, OrganId> resolve(Collection<OrganId> idsOrAliases) {
        Map<OrganId, OrganId> present = new HashMap<>();
        handle.createQuery("select code, agency from agency_code where code = any(:codes)")
                .bindArray("codes", String.class, (Object[]) Columns.texts(idsOrAliases))
                .map((row, context) ->
                        present.put(new OrganId(row.getString("code")), new OrganId(row.getString("agency"))))
                .list();
        return present;
    }

    @Override
    public boolean put(Agency agency) {
        Optional<Agency> before = find(agency.id()).filter(found -> found.id().equals(agency.id()));
        if (before.isPresent() && same(before.get(), agency)) {
            return false;
        }
        handle.createUpdate("""
                        insert into agency (id, name, mail, parent, code102, system)
                        values (:id, :name, :mail, :parent, :code102, :system)
                        on conflict (id) do update set name = excluded.name, mail = excluded.mail,
                            parent = excluded.parent, code102 = excluded.code102, system = excluded.system""")
                .bind("id", agency.id().value())
                .bind("name", agency.name())
                .bind("mail", agency.mail())
                .bind("parent", text(agency.parent()))
                .bind("code102", agency.code102())
                .bind("system", text(agency.system()))
                .execute();
        handle.createUpdate("delete from agency_code where agency = :id")
                .bind("id", agency.id().value())
                .execute();
        Set<OrganId> codes = new HashSet<>(agency.aliases());
        codes.add(agency.id());
        int taken = handle.createUpdate("""
                        insert into agency_code (code, agency) select code, :id from unnest(:codes) as c (code)
                        on conflict do nothing""")
                .bind("id", agency.id().value())
                .bindArray("codes", String.class, (Object[]) Columns.texts(codes))
                .execute();
        if (taken != codes.size()) {
            throw new FailureException(Failure.of(
                    FailureCode.PARAMETER_INVALID, "aliases", agency.id().value()));
        }
        return true;
    }

    private static boolean same(Agency before, Agency after) {
        Agency sorted = new Agency(
                after.id(),
                after.name(),
                after.mail(),
                after.parent(),
                after.code102(),
                after.aliases().stream()
                        .filter(alias -> !alias.equals(after.id()))
                        .distinct()
                        .sorted()
                        .toList(),
                after.system());
        return before.equals(sorted);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static Agency agency(ResultSet row, StatementContext context) throws SQLException {
        String parent = row.getString("parent");
        String system = row.getString("system");
        return new Agency(
                new OrganId(row.getString("id")),
                row.getString("name"),
                row.getString("mail"),
                parent == null ? null : new OrganId(parent),
                row.getString("code102"),
                Arrays.stream((String[]) row.getArray("aliases").getArray())
                        .map(OrganId::new)
                        .sorted()
                        .toList(),
                system == null ? null : new SystemId(system));
    }
}
