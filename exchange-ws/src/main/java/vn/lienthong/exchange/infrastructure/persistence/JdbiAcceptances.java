package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.acceptance.Acceptances;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.Lane;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DispatchIdentity;

/** Acceptances in PostgreSQL. */
record JdbiAcceptances(Handle handle, LedgerParts parts) implements Acceptances {
    /**
     * One round trip: the dispatch, and all the rest only if the dispatch is new; then the lock of its content is held as
     * well, against sweeping. Foreign keys are looked at when the statement ends.
     */
    private static final String RECORD = """
            with held as (select pg_advisory_xact_lock_shared(:contentLock)),
            d as (
                insert into dispatch (id, message_type, sender, document_id, variant, business_type, content_sha256,
                        content_length, subject, code_number, code_notation, promulgation_date, priority, accepted_at,
                        submitted_by, channel, conversation)
                values (:id, :type, :sender, :documentId, :variant, :businessType, :sha256, :length, :subject,
                        :codeNumber, :codeNotation, :promulgationDate, :priority, :acceptedAt, :submittedBy, :channel,
                        (select coalesce(f.conversation, f.id) from dispatch f where f.id = cast(:follows as uuid)))
                on conflict on constraint dispatch_once do nothing
                returning id, coalesce(conversation, id) as conversation),
            e as (
                insert into audit_entry (id, dispatch, body, salt, at)
                select :entry, d.id, :body, :salt, :acceptedAt from d
                returning id),
            p as (insert into audit_pending (entry) select id from e),
            w as (
                insert into event_waiting (id, agency, kind, conversation, dispatch, delivery, at)
                select gen_random_uuid(), v.recipient, 'DISPATCH_RECEIVED', d.conversation, d.id, v.id, :acceptedAt
                from d, unnest(:deliveries, :recipients) as v (id, recipient) where :type = 'edoc')
            insert into delivery (id, dispatch, recipient, message_type, created_at, updated_at, turn)
            select v.id, d.id, v.recipient, :type, :acceptedAt, :acceptedAt, :turn
            from held, d, unnest(:deliveries, :recipients) as v (id, recipient)""";

    @Override
    public Addition record(Acceptance acceptance) {
        Dispatch dispatch = acceptance.dispatch();
        DispatchId follows = acceptance.follows();
        DispatchIdentity identity = DispatchIdentity.of(dispatch);
        int delivered = handle.createUpdate(RECORD)
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
                .bind("turn", Lane.of(dispatch.priority()).turn(dispatch.acceptedAt()))
                .bind("submittedBy", dispatch.submittedBy())
                .bind("channel", dispatch.channel().name())
                .bindByType("follows", follows == null ? null : follows.value(), UUID.class)
                .bind("entry", parts.ids().next())
                .bind(
                        "body",
                        AuditEntries.body(acceptance.note(), parts.correlation().get()))
                .bind("salt", parts.newSalt())
                .bindArray(
                        "deliveries",
                        UUID.class,
                        acceptance.recipients().values().stream()
                                .map(DeliveryId::value)
                                .toList())
                .bindArray("recipients", String.class, (Object[])
                        Columns.texts(acceptance.recipients().keySet()))
                .execute();
        if (delivered == acceptance.recipients().size()) {
            return new Addition.Added();
        }
        return new Addition.Present(new JdbiDispatches(handle)
                .present(identity)
                .orElseThrow(() -> new IllegalStateException("a dispatch conflicts with one that is not there")));
    }

    @Override
    public void extend(Acceptance further, String by, Instant at) {
        Dispatch dispatch = further.dispatch();
        handle.createUpdate("""
                        with w as (
                            insert into event_waiting (id, agency, kind, conversation, dispatch, delivery, at)
                            select gen_random_uuid(), v.recipient, 'DISPATCH_RECEIVED', coalesce(d.conversation, d.id), d.id,
                                v.id, :at
                            from dispatch d, unnest(:deliveries, :recipients) as v (id, recipient)
                            where d.id = :dispatch and :type = 'edoc')
                        insert into delivery (id, dispatch, recipient, message_type, created_at, updated_at, turn)
                        select v.id, :dispatch, v.recipient, :type, :at, :at, :turn
                        from unnest(:deliveries, :recipients) as v (id, recipient)""")
                .bind("dispatch", dispatch.id().value())
                .bind("type", dispatch.type().wireName())
                .bind("at", at)
                .bind("turn", Lane.of(dispatch.priority()).turn(at))
                .bindArray(
                        "deliveries",
                        UUID.class,
                        further.recipients().values().stream()
                                .map(DeliveryId::value)
                                .toList())
                .bindArray("recipients", String.class, (Object[])
                        Columns.texts(further.recipients().keySet()))
                .execute();
        TreeMap<String, String> details = new TreeMap<>();
        details.put(
                "recipients",
                String.join(" ", Columns.texts(further.recipients().keySet())));
        new JdbiAuditTrail(handle, parts)
                .append(new AuditNote(Deed.RECIPIENTS_ADDED, at, dispatch.sender(), by, dispatch, null, details));
    }
}
