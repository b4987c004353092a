package vn.lienthong.exchange.infrastructure.persistence;

import static vn.lienthong.exchange.infrastructure.persistence.Columns.DISPATCH;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Copies;
import vn.lienthong.exchange.domain.delivery.CopyTimes;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;

/** Copies in PostgreSQL. They are locked in the order of their recipients, so that two who lock several do not stand still. */
record JdbiCopies(Handle handle) implements Copies {
    private static final String COPY = """
            select id, dispatch, recipient, given_at is not null as given,
                withdrawn_at is not null as withdrawn
            from delivery where dispatch = :dispatch\s""";

    private static final String LOCKED = "order by recipient collate \"C\" for update";

    @Override
    public List<Copy> lock(DispatchId dispatch, Collection<OrganId> parties) {
        return handle.createQuery(COPY + "and recipient = any(:parties) " + LOCKED)
                .bind("dispatch", dispatch.value())
                .bindArray("parties", String.class, (Object[]) Columns.texts(parties))
                .map(JdbiCopies::copy)
                .list();
    }

    @Override
    public List<Copy> lock(DispatchId dispatch) {
        return handle.createQuery(COPY + LOCKED)
                .bind("dispatch", dispatch.value())
                .map(JdbiCopies::copy)
                .list();
    }

    @Override
    public void withdraw(DeliveryId copy, Instant at) {
        handle.createUpdate("""
                        update delivery set withdrawn_at = :at,
                            state = case state when 'done' then 'done' else 'withdrawn' end,
                            updated_at = case state when 'done' then updated_at else :at end
                        where id = :id and withdrawn_at is null""").bind("id", copy.value()).bind("at", at).execute();
        new JdbiDeadlines(handle).ended(copy, at);
    }

    // Two statements: the second sees what whoever held the row has committed meanwhile.
    @Override
    public boolean give(DeliveryId copy, Instant at) {
        int first =
                handle.createUpdate("""
                        update delivery set given_at = :at
                        where id = :id and given_at is null and withdrawn_at is null""").bind("id", copy.value()).bind("at", at).execute();
        return first == 1
                || handle.createQuery("select withdrawn_at is null from delivery where id = :id")
                        .bind("id", copy.value())
                        .mapTo(Boolean.class)
                        .one();
    }

    // A 13 that was reported over REST or SOAP is carried by a status message that the outbox made of it.
    @Override
    public Optional<Instant> given(StatusEntry asking, DocumentId document) {
        DispatchId message = asking.message();
        Query carrier = message == null
                ? handle.createQuery("""
                                select v.given_at from delivery v join dispatch d on d.id = v.dispatch
                                where d.sender = :sender and d.message_type = 'status' and d.document_id = :document
                                    and d.subject = :code and d.channel = 'INTERNAL' and v.recipient = :party
                                    and v.given_at is not null
                                order by v.given_at desc limit 1""")
                        .bind("sender", asking.reporter().value())
                        .bind("document", document.value())
                        .bind("code", asking.status().code())
                : handle.createQuery("""
                                select given_at from delivery
                                where dispatch = :message and recipient = :party and given_at is not null""").bind("message", message.value());
        return carrier.bind("party", asking.party().value())
                .map((row, context) -> Columns.instant(row, "given_at"))
                .findFirst();
    }

    @Override
    public void follow(DeliveryId later, Collection<DeliveryId> earlier) {
        handle.createUpdate("""
                        with o as (
                            insert into delivery_order (later, earlier) select :later, e.id from unnest(:earlier) as e (id)
                            on conflict do nothing)
                        update delivery set follows = true where id = :later""")
                .bind("later", later.value())
                .bindArray(
                        "earlier",
                        UUID.class,
                        earlier.stream().map(DeliveryId::value).toList())
                .execute();
    }

    @Override
    public void record(DispatchId change, DispatchId target, Set<OrganId> parties) {
        handle.createUpdate("""
                        insert into dispatch_change (change, target, party)
                        select :change, :target, p.id from unnest(:parties) as p (id)""")
                .bind("change", change.value())
                .bind("target", target.value())
                .bindArray("parties", String.class, (Object[]) Columns.texts(parties))
                .execute();
    }

    @Override
    public List<Dispatch> changesOf(DispatchId target, Optional<OrganId> party) {
        return handle.createQuery("select " + DISPATCH + """
                         from dispatch d where d.id in (
                            select change from dispatch_change
                            where target = :target and (cast(:party as text) is null or party = :party))
                        order by d.id""")
                .bind("target", target.value())
                .bind("party", party.map(OrganId::value).orElse(null))
                .map((row, context) -> Columns.dispatch(row))
                .list();
    }

    @Override
    public List<Dispatch> targetsOf(DispatchId change, OrganId party) {
        return handle.createQuery("select " + DISPATCH + """
                         from dispatch d where d.id in (
                            select target from dispatch_change where change = :change and party = :party)
                        order by d.id""")
                .bind("change", change.value())
                .bind("party", party.value())
                .map((row, context) -> Columns.dispatch(row))
                .list();
    }

    @Override
    public List<DispatchLink> links(Collection<DispatchId> dispatches) {
        UUID[] ids = dispatches.stream().map(DispatchId::value).toArray(UUID[]::new);
        return handle.createQuery("""
                        select c.change, c.target, c.party, m.business_type, m.document_id as change_document,
                            t.document_id as target_document
                        from (
                            select * from dispatch_change where change = any(:ids)
                            union select * from dispatch_change where target = any(:ids)) c
                        join dispatch m on m.id = c.change join dispatch t on t.id = c.target
                        order by c.change, c.target, c.party""")
                .bindArray("ids", UUID.class, (Object[]) ids)
                .map((row, context) -> new DispatchLink(
                        BusinessType.ofCode(row.getInt("business_type")).orElseThrow(),
                        new DispatchId(Columns.uuid(row, "change")),
                        new DocumentId(row.getString("change_document")),
                        new DispatchId(Columns.uuid(row, "target")),
                        new DocumentId(row.getString("target_document")),
                        new OrganId(row.getString("party"))))
                .list();
    }

    @Override
    public List<CopyTimes> times(DispatchId dispatch) {
        return handle.createQuery("""
                        select recipient, created_at, given_at, withdrawn_at,
                            case state when 'done' then updated_at end as confirmed_at
                        from delivery where dispatch = :dispatch order by recipient""")
                .bind("dispatch", dispatch.value())
                .map((row, context) -> new CopyTimes(
                        new OrganId(row.getString("recipient")),
                        Columns.instant(row, "created_at"),
                        Columns.instantOrNull(row, "given_at"),
                        Columns.instantOrNull(row, "confirmed_at"),
                        Columns.instantOrNull(row, "withdrawn_at")))
                .list();
    }

    private static Copy copy(ResultSet row, StatementContext context) throws SQLException {
        return new Copy(
                new DeliveryId(Columns.uuid(row, "id")),
                new DispatchId(Columns.uuid(row, "dispatch")),
                new OrganId(row.getString("recipient")),
                row.getBoolean("given"),
                row.getBoolean("withdrawn"));
    }
}
