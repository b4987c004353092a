package vn.lienthong.exchange.infrastructure.persistence;

import static vn.lienthong.exchange.infrastructure.persistence.Columns.DISPATCH;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Deliveries;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.LeaseToken;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** Mailboxes in PostgreSQL. */
record JdbiDeliveries(Handle handle) implements Deliveries {
    private static final String DELIVERY = """
            v.id as delivery_id, v.recipient, v.state, v.failures, v.lease_token, v.lease_until, v.created_at, \
            v.updated_at, v.given_at, v.withdrawn_at, """ + DISPATCH;

    /** What follows something is not there before that was given or withdrawn. */
    private static final String WAITING = """
            message_type = :type and state not in ('done', 'withdrawn') and set_aside_at is null
            and (not follows or not exists (
                select from delivery_order o join delivery e on e.id = o.earlier
                where o.later = delivery.id and e.given_at is null and e.withdrawn_at is null))
            and (cast(:from as timestamptz) is null or created_at >= :from)
            and (cast(:until as timestamptz) is null or created_at < :until)""";

    /** Each agency's first by index delivery_waiting, no more than the page needs: what else waits is not looked at. */
    private static final String RECEIVED = "select " + DELIVERY + """
             from unnest(:agencies) as a (agency)
            cross join lateral (
                select * from delivery
                where recipient = a.agency and\s""" + WAITING + """

                order by turn, id limit cast(:size as bigint) + cast(:offset as bigint)) v
            join dispatch d on d.id = v.dispatch
            order by v.turn, v.id limit :size offset :offset""";

    private static final String SENT_ROW = "select " + DELIVERY + """
            , (select code from business_status s where s.dispatch = d.id and s.party = v.recipient and not s.late
                order by s.position desc limit 1) as newest_status\s""";

    /** Each agency's newest by index, as many as the page may need: a sender's history does not matter. */
    private static final String SENT = SENT_ROW + """
            from unnest(:agencies) as a (agency)
            cross join lateral (
                select * from dispatch where sender = a.agency and message_type = :type
                order by id desc nulls last limit cast(:size as bigint) + cast(:offset as bigint)) d
            join delivery v on v.dispatch = d.id
            order by d.id desc, v.recipient limit :size offset :offset""";

    private static final String SENT_ONE = SENT_ROW + """
            from dispatch d join delivery v on v.dispatch = d.id
            where d.id = :only and d.sender = any(:agencies) and d.message_type = :type
            order by v.recipient limit :size offset :offset""";

    /** The index delivery_waiting gives those whose turn it is; rows that another transaction is leasing are passed over. */
    private static final String LEASE =
            """
            with v as (
                update delivery set lease_token = gen_random_uuid(), lease_until = :until, updated_at = :now,
                    given_at = coalesce(given_at, :now),
                    state = case state when 'initial' then 'processing' else state end
                where id in (
                    select id from delivery
                    where recipient = any(:agencies) and lease_until <= :now
                        and message_type = :type and state not in ('done', 'withdrawn') and set_aside_at is null
                        and (not follows or not exists (
                            select from delivery_order o join delivery e on e.id = o.earlier
                            where o.later = delivery.id and e.given_at is null and e.withdrawn_at is null))
                    order by turn, id limit :max for update skip locked)
                returning *),
            a as (
                insert into delivery_attempt (delivery, kind, at, actor, reason, until)
                select id, 'LEASED', :now, :by, '', :until from v)
            select """ + " " + DELIVERY + " from v join dispatch d on d.id = v.dispatch order by v.turn, v.id";

    @Override
    public List<ReceivedMessage> received(Set<OrganId> agencies, ReceivedQuery query) {
        return waiting(RECEIVED, agencies, query)
                .bind("size", query.page().size())
                .bind("offset", query.page().offset())
                .map((row, context) -> received(row))
                .list();
    }

    @Override
    public long count(Set<OrganId> agencies, ReceivedQuery query) {
        return waiting("select count(*) from delivery where recipient = any(:agencies) and " + WAITING, agencies, query)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<ReceivedMessage> find(Set<OrganId> agencies, DocId id) {
        return handle.createQuery("select " + DELIVERY + " from delivery v join dispatch d on d.id = v.dispatch"
                        + " where (v.id = :id or v.dispatch = :id) and v.recipient = any(:agencies) order by v.id")
                .bind("id", id.value())
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .map((row, context) -> received(row))
                .list();
    }

    @Override
    public List<Lease> lease(Set<OrganId> agencies, LeaseTerms terms, Instant now) {
        return handle.createQuery(LEASE)
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .bind("type", terms.type().wireName())
                .bind("max", terms.max())
                .bind("until", terms.until())
                .bind("by", terms.by())
                .bind("now", now)
                .map((row, context) ->
                        new Lease(received(row), new LeaseToken(Columns.uuid(row, "lease_token")), terms.until()))
                .list();
    }

    @Override
    public Optional<LockedDelivery> lock(Set<OrganId> agencies, DeliveryId id) {
        return handle.createQuery("select " + DELIVERY + " from delivery v join dispatch d on d.id = v.dispatch"
                        + " where v.id = :id and v.recipient = any(:agencies) for update of v")
                .bind("id", id.value())
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .map((row, context) ->
                        new LockedDelivery(received(row), token(row), Columns.instant(row, "lease_until")))
                .findFirst();
    }

    @Override
    public void update(
            DeliveryId id, DeliveryState state, int failures, @Nullable LeaseToken token, Instant until, Instant at) {
        handle.createUpdate("""
                        update delivery set state = :state, failures = :failures, lease_token = cast(:token as uuid),
                            lease_until = :until, updated_at = :at, given_at = coalesce(given_at, :at),
                            set_aside_at = case when :state = 'done' then null else set_aside_at end
                        where id = :id""")
                .bind("id", id.value())
                .bind("state", state.wireName())
                .bind("failures", failures)
                .bindByType("token", token == null ? null : token.value(), UUID.class)
                .bind("until", until)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<SentMessage> sent(Set<OrganId> agencies, MessageType type, @Nullable DispatchId only, Page page) {
        Query query = only == null
                ? handle.createQuery(SENT)
                : handle.createQuery(SENT_ONE).bind("only", only.value());
        return query.bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .bind("type", type.wireName())
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> sent(row))
                .list();
    }

    private Query waiting(String sql, Set<OrganId> agencies, ReceivedQuery query) {
        return handle.createQuery(sql)
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .bind("type", query.type().wireName())
                .bindByType("from", query.from(), Instant.class)
                .bindByType("until", query.until(), Instant.class);
    }

    private static ReceivedMessage received(ResultSet row) throws SQLException {
        return new ReceivedMessage(
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                Columns.dispatch(row),
                new OrganId(row.getString("recipient")),
                state(row),
                row.getInt("failures"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.instantOrNull(row, "given_at"),
                Columns.instantOrNull(row, "withdrawn_at"));
    }

    private static SentMessage sent(ResultSet row) throws SQLException {
        Instant updatedAt = Columns.instant(row, "updated_at");
        String newest = row.getString("newest_status");
        return new SentMessage(
                Columns.dispatch(row),
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                new OrganId(row.getString("recipient")),
                state(row),
                row.getInt("failures"),
                updatedAt,
                state(row) == DeliveryState.DONE ? updatedAt : null,
                Columns.instantOrNull(row, "withdrawn_at"),
                newest == null ? null : StatusCode.ofCode(newest).orElseThrow());
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        return DeliveryState.ofWireName(row.getString("state")).orElseThrow();
    }

    private static @Nullable LeaseToken token(ResultSet row) throws SQLException {
        UUID token = row.getObject("lease_token", UUID.class);
        return token == null ? null : new LeaseToken(token);
    }
}
