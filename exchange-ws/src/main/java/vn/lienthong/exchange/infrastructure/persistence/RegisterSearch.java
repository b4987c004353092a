package vn.lienthong.exchange.infrastructure.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Entries of one register: from a place on in their order, or by words. */
record RegisterSearch(Handle handle) {
    List<RegisterEntry> list(BookId book, EntryFilter filter, Place after, int most) {
        StringBuilder where = new StringBuilder("""
                where e.agency = :agency and e.direction = :direction and e.year = :year
                    and (e.series, e.number) > (:afterSeries, :afterNumber)""");
        Map<String, Object> values = new HashMap<>();
        narrow(
                where,
                values,
                "words",
                filter.words(),
                " and e.words @@ register_query(:agency, :direction, :year, :words)");
        narrow(where, values, "series", filter.series(), " and e.series = :series");
        narrow(where, values, "from", filter.from(), " and e.registered_on >= :from");
        narrow(where, values, "to", filter.to(), " and e.registered_on <= :to");
        narrow(
                where,
                values,
                "dispatch",
                filter.dispatch() == null ? null : filter.dispatch().value(),
                " and d.agency = :agency and d.direction = :direction and d.dispatch = :dispatch and d.in_force");
        if (filter.cancelled() != null) {
            where.append(filter.cancelled() ? " and c.entry is not null" : " and c.entry is null");
        }
        Query query = JdbiRegisters.of(
                handle.createQuery(RegisterRows.ENTRY + where + " order by e.series, e.number limit :most"), book);
        values.forEach(query::bind);
        return query.bind("afterSeries", after.series())
                .bind("afterNumber", after.number())
                .bind("most", most)
                .map(RegisterRows::entry)
                .list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }
}
