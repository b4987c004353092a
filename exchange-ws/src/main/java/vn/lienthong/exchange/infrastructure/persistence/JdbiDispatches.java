package vn.lienthong.exchange.infrastructure.persistence;

import static vn.lienthong.exchange.infrastructure.persistence.Columns.DISPATCH;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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
    /**
     * One round trip: the dispatch, and its deliveries only if the dispatch is new; then the lock of its content is held
     * as well, against sweeping.
     */
    private static final String ADD = """
            with held as (select pg_advisory_xact_lock_shared(:contentLock)),
            d as (
                insert into dispatch (id, message_type, sender, document_id, variant, business_type, content_sha256,
                        content_length, subject, code_number, code_notation, promulgation_date, priority, accepted_at,
                        submitted_by, channel)
                values (:id, :type, :sender, :documentId, :variant, :businessType, :sha256, :length, :subject,
                        :codeNumber, :codeNotation, :promulgationDate, :priority, :acceptedAt, :submittedBy, :channel)
                on conflict on constraint dispatch_once do nothing
                returning id)
            insert into delivery (id, dispatch, recipient, message_type, created_at, updated_at)
            select v.id, d.id, v.recipient, :type, :acceptedAt, :acceptedAt
            from held, d, unnest(:deliveries, :recipients) as v (id, recipient)""";

    @Override
    public Addition add(Dispatch dispatch, SortedMap<OrganId, DeliveryId> recipients) {
        DispatchIdentity identity = DispatchIdentity.of(dispatch);
        int delivered = handle.createUpdate(ADD)
                .bind("id", dispatch.id().value())
                .bind("type", dispatch.type().wireName())
                .bind("sender", dispatch.sender().value())
                .bind("documentId", dispatch.documentId().value())
                .bind("variant", identity.variant())
                .bind("businessType", dispatch.businessType().code())
                .bind("sha256", dispatch.content().digest().toArray())
                .bind("contentLock", JdbiContentUse.lockOf(dispatch.content().digest()))
                .bind("length", dispatch.content().length())
                .bind("subject", dispatch.subject())
                .bind("codeNumber", dispatch.code().number())
                .bind("codeNotation", dispatch.code().notation())
                .bind("promulgationDate", dispatch.promulgationDate())
                .bind("priority", dispatch.priority())
                .bind("acceptedAt", dispatch.acceptedAt())
                .bind("submittedBy", dispatch.submittedBy())
                .bind("channel", dispatch.channel().name())
                .bindArray(
                        "deliveries",
                        UUID.class,
                        recipients.values().stream().map(DeliveryId::value).toList())
                .bindArray("recipients", String.class, (Object[]) Columns.texts(recipients.keySet()))
                .execute();
        if (delivered == recipients.size()) {
            return new Addition.Added();
        }
        return new Addition.Present(present(identity)
                .orElseThrow(() -> new IllegalStateException("a dispatch conflicts with one that is not there")));
    }

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
    public Optional<Dispatch> documentByCode(OrganId sender, String numberAndNotation, boolean newest) {
        int slash = numberAndNotation.indexOf('/');
        return first(select("""
                        d.sender = :sender and d.message_type = 'edoc' and d.code_number = :number
                        and d.code_notation = :notation\s""" + order(newest))
                .bind("sender", sender.value())
                .bind("number", slash < 0 ? numberAndNotation : numberAndNotation.substring(0, slash))
                .bind("notation", slash < 0 ? "" : numberAndNotation.substring(slash + 1)));
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
