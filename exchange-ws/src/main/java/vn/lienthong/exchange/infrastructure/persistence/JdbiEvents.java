package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.Events;
import vn.lienthong.exchange.domain.event.NewEvent;

/** The feed in PostgreSQL. */
record JdbiEvents(Handle handle, LedgerParts parts) implements Events {
    static final String EVENT = "e.place, e.id, e.agency, e.kind, e.conversation, e.dispatch, e.delivery, e.party, "
            + "e.status, e.related, e.at";

    @Override
    public void append(NewEvent event) {
        UUID id = parts.ids().next();
        DispatchId dispatch = event.dispatch();
        DeliveryId delivery = event.delivery();
        OrganId party = event.party();
        StatusCode status = event.status();
        handle.createUpdate("""
                        insert into event_waiting (id, agency, kind, conversation, dispatch, delivery, party, status,
                            related, at)
                        values (:id, :agency, :kind,
                            coalesce((select coalesce(conversation, id) from dispatch where id = cast(:dispatch as uuid)), :id),
                            cast(:dispatch as uuid), cast(:delivery as uuid), :party, :status, cast(:related as uuid), :at)""")
                .bind("id", id)
                .bind("agency", event.agency().value())
                .bind("kind", event.kind().name())
                .bindByType("dispatch", dispatch == null ? null : dispatch.value(), UUID.class)
                .bindByType("delivery", delivery == null ? null : delivery.value(), UUID.class)
                .bindByType("party", party == null ? null : party.value(), String.class)
                .bindByType("status", status == null ? null : status.code(), String.class)
                .bindByType("related", event.related(), UUID.class)
                .bind("at", event.at())
                .execute();
    }

    // The log's entries are JSON of one spelling, in which no other member can hold these octets.
    @Override
    public void receiptsSealed(Collection<UUID> auditEntries, Instant at) {
        handle.createUpdate("""
                        insert into event_waiting (id, agency, kind, conversation, dispatch, at)
                        select gen_random_uuid(), d.sender, 'RECEIPT_SEALED', coalesce(d.conversation, d.id), d.id, :at
                        from audit_entry e join dispatch d on d.id = e.dispatch
                        where e.id = any(:entries) and e.body like '%"type":"dispatch-accepted"%'
                            and d.message_type = 'edoc'""")
                .bindArray("entries", UUID.class, List.copyOf(auditEntries))
                .bind("at", at)
                .execute();
    }

    @Override
    public boolean isAnyWaiting() {
        return handle.createQuery("select exists (select from event_waiting)")
                .mapTo(Boolean.class)
                .one();
    }

    // Two statements: the second sees all that was committed when the places before these were given.
    @Override
    public Span sequence(int max) {
        Optional<Long> newest = handle.createQuery("select newest from event_horizon for update skip locked")
                .mapTo(Long.class)
                .findFirst();
        if (newest.isEmpty()) {
            return Span.NONE;
        }
        int placed = handle.createUpdate("""
                        with taken as (
                            delete from event_waiting
                            where number in (select number from event_waiting order by number limit :max)
                            returning *)
                        insert into event (place, id, agency, kind, conversation, dispatch, delivery, party, status,
                            related, at)
                        select cast(:newest as bigint) + row_number() over (order by number), id, agency, kind,
                            conversation, dispatch, delivery, party, status, related, at
                        from taken""")
                .bind("max", max)
                .bind("newest", newest.get())
                .execute();
        if (placed > 0) {
            handle.createUpdate("update event_horizon set newest = newest + :placed")
                    .bind("placed", placed)
                    .execute();
        }
        return new Span(newest.get(), newest.get() + placed);
    }

    /** Each agency's next by index event_agency, no more than the page needs. */
    @Override
    public List<Event> after(Set<OrganId> agencies, Set<EventKind> kinds, long place, int max) {
        return handle.createQuery("select " + EVENT + """
                         from unnest(:agencies) as a (agency)
                        cross join lateral (
                            select * from event where agency = a.agency and place > :place
                                and (:all or kind = any(:kinds))
                            order by place nulls first limit :max) e
                        order by e.place limit :max""")
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .bind("all", kinds.isEmpty())
                .bindArray("kinds", String.class, kinds.stream().map(Enum::name).toList())
                .bind("place", place)
                .bind("max", max)
                .map(JdbiEvents::event)
                .list();
    }

    @Override
    public Horizon horizon() {
        return handle.createQuery("select newest, forgotten from event_horizon")
                .map((row, context) -> new Horizon(row.getLong("newest"), row.getLong("forgotten")))
                .one();
    }

    @Override
    public Set<OrganId> agenciesOf(Span places) {
        return handle.createQuery("select distinct agency from event where place > :after and place <= :last")
                .bind("after", places.after())
                .bind("last", places.last())
                .map((row, context) -> new OrganId(row.getString("agency")))
                .set();
    }

    @Override
    public int forget(Instant older, int max) {
        List<Long> gone = handle.createQuery("""
                        with gone as (
                            delete from event
                            where place in (select place from event order by place limit :max) and at < :older
                            returning place)
                        select place from gone""")
                .bind("max", max)
                .bind("older", older)
                .mapTo(Long.class)
                .list();
        gone.stream()
                .max(Long::compare)
                .ifPresent(
                        last -> handle.createUpdate("update event_horizon set forgotten = greatest(forgotten, :last)")
                                .bind("last", last)
                                .execute());
        return gone.size();
    }

    static Event event(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID dispatch = row.getObject("dispatch", UUID.class);
        @Nullable UUID delivery = row.getObject("delivery", UUID.class);
        @Nullable String party = row.getString("party");
        @Nullable String status = row.getString("status");
        NewEvent what = new NewEvent(
                new OrganId(row.getString("agency")),
                EventKind.valueOf(row.getString("kind")),
                dispatch == null ? null : new DispatchId(dispatch),
                delivery == null ? null : new DeliveryId(delivery),
                party == null ? null : new OrganId(party),
                status == null ? null : StatusCode.ofCode(status).orElseThrow(),
                row.getObject("related", UUID.class),
                Columns.instant(row, "at"));
        return new Event(row.getLong("place"), Columns.uuid(row, "id"), Columns.uuid(row, "conversation"), what);
    }
}
