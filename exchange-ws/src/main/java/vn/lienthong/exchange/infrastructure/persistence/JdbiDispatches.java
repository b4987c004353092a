package vn.lienthong.exchange.infrastructure.persistence;

import static vn.lienthong.exchange.infrastructure.persistence.Columns.DISPATCH;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DispatchIdentity;
import vn.lienthong.exchange.domain.dispatch.Dispatches;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;

/** Dispatches in PostgreSQL. */
record JdbiDispatches(Handle handle) implements Dispatches {
    @Override
    public Optional<Dispatch> present(DispatchIdentity identity) {
        return first(select("""
                        d.sender = :sender and d.message_type = :type and d.document_id = :documentId
                        and d.variant = :variant""")
                .bind("sender", identity.sender().value())
                .bind("type", identity.type().wireName())
                .bind("documentId", identity.documentId().value())
                .bind("variant", identity.variant()));
    }

    @Override
    public Optional<Dispatch> find(DispatchId id) {
        return first(select("d.id = :id").bind("id", id.value()));
    }

    @Override
    public Optional<Dispatch> document(OrganId sender, DocumentId documentId, boolean newest) {
        return first(select("d.sender = :sender and d.message_type = 'edoc' and d.document_id = :documentId "
                        + order(newest))
                .bind("sender", sender.value())
                .bind("documentId", documentId.value()));
    }

    @Override
    public Optional<Dispatch> documentByCode(
            OrganId sender, String numberAndNotation, @Nullable LocalDate date, OrganId recipient) {
        int slash = numberAndNotation.indexOf('/');
        return first(select("""
                        d.sender = :sender and d.message_type = 'edoc' and d.code_number = :number
                        and d.code_notation = :notation
                        and (cast(:date as date) is null or d.promulgation_date = cast(:date as date))
                        order by exists (select from delivery v where v.dispatch = d.id and v.recipient = :recipient) desc,
                            d.business_type <> 0, d.id desc
                        limit 1""")
                .bindByType("date", date, LocalDate.class)
                .bind("recipient", recipient.value())
                .bind("sender", sender.value())
                .bind("number", slash < 0 ? numberAndNotation : numberAndNotation.substring(0, slash))
                .bind("notation", slash < 0 ? "" : numberAndNotation.substring(slash + 1)));
    }

    @Override
    public SortedMap<OrganId, Dispatch> holders(OrganId sender, DocumentId documentId) {
        SortedMap<OrganId, Dispatch> holders = new TreeMap<>();
        handle.createQuery("select distinct on (v.recipient) v.recipient, " + DISPATCH + """
                         from dispatch d join delivery v on v.dispatch = d.id
                        where d.sender = :sender and d.message_type = 'edoc' and d.document_id = :documentId
                            and d.business_type <> 1
                        order by v.recipient, d.business_type <> 0, d.id""")
                .bind("sender", sender.value())
                .bind("documentId", documentId.value())
                .map((row, context) -> holders.put(new OrganId(row.getString("recipient")), Columns.dispatch(row)))
                .list();
        return holders;
    }

    @Override
    public SortedMap<OrganId, DeliveryId> recipients(DispatchId id) {
        SortedMap<OrganId, DeliveryId> recipients = new TreeMap<>();
        handle.createQuery("select recipient, id from delivery where dispatch = :id")
                .bind("id", id.value())
                .map((row, context) -> recipients.put(
                        new OrganId(row.getString("recipient")), new DeliveryId(Columns.uuid(row, "id"))))
                .list();
        return recipients;
    }

    @Override
    public Optional<KeyedRequest> keyed(String caller, IdempotencyKey key) {
        return handle.createQuery(
                        "select request_sha256, dispatch from idempotency_key where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key.value())
                .map((row, context) -> new KeyedRequest(
                        Sha256Digest.of(row.getBytes("request_sha256")), new DispatchId(Columns.uuid(row, "dispatch"))))
                .findFirst();
    }

    @Override
    public boolean remember(String caller, IdempotencyKey key, KeyedRequest request) {
        return handle.createUpdate("""
                                insert into idempotency_key (caller, key, request_sha256, dispatch)
                                values (:caller, :key, :sha256, :dispatch) on conflict do nothing""")
                        .bind("caller", caller)
                        .bind("key", key.value())
                        .bind("sha256", request.request().toArray())
                        .bind("dispatch", request.dispatch().value())
                        .execute()
                == 1;
    }

    private Query select(String where) {
        return handle.createQuery("select " + DISPATCH + " from dispatch d where " + where);
    }

    /** The document itself is the first that is new; updates and recalls of it come after. */
    private static String order(boolean newest) {
        return newest ? "order by d.id desc limit 1" : "order by d.business_type <> 0, d.id limit 1";
    }

    private static Optional<Dispatch> first(Query query) {
        List<Dispatch> found =
                query.map((row, context) -> Columns.dispatch(row)).list();
        return found.stream().findFirst();
    }
}
