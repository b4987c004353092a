package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.capability.Capabilities;
import vn.lienthong.exchange.domain.capability.Capability;
import vn.lienthong.exchange.domain.dispatch.BusinessType;

/** What receivers can take, in PostgreSQL. */
record JdbiCapabilities(Handle handle) implements Capabilities {

    @Override
    public List<Capability> of(Collection<OrganId> agencies) {
        return handle.createQuery("""
                        select agency, max_octets, content_types, business_types, changed_at, changed_by
                        from agency_capability where agency = any(:agencies) order by agency collate "C" """)
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .map(JdbiCapabilities::capability)
                .list();
    }

    @Override
    public void put(Capability capability) {
        handle.createUpdate("""
                        insert into agency_capability (agency, max_octets, content_types, business_types, changed_at,
                            changed_by)
                        values (:agency, :maxOctets, :contentTypes, cast(:businessTypes as smallint[]), :changedAt,
                            :changedBy)
                        on conflict (agency) do update set max_octets = excluded.max_octets,
                            content_types = excluded.content_types, business_types = excluded.business_types,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .bind("agency", capability.agency().value())
                .bind("maxOctets", capability.maxOctets())
                .bindArray("contentTypes", String.class, List.copyOf(capability.contentTypes()))
                .bindArray(
                        "businessTypes",
                        Long.class,
                        capability.businessTypes().stream()
                                .map(type -> (long) type.code())
                                .toList())
                .bind("changedAt", capability.changedAt())
                .bind("changedBy", capability.changedBy())
                .execute();
    }

    @Override
    public void remove(OrganId agency) {
        handle.createUpdate("delete from agency_capability where agency = :agency")
                .bind("agency", agency.value())
                .execute();
    }

    private static Capability capability(ResultSet row, StatementContext context) throws SQLException {
        Set<String> contentTypes =
                Set.of((String[]) row.getArray("content_types").getArray());
        Set<BusinessType> businessTypes = Arrays.stream(
                        (Object[]) row.getArray("business_types").getArray())
                .map(code -> BusinessType.ofCode(((Number) code).intValue()).orElseThrow())
                .collect(Collectors.toSet());
        return new Capability(
                new OrganId(row.getString("agency")),
                row.getLong("max_octets"),
                contentTypes,
                businessTypes,
                Columns.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
