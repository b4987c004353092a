package vn.lienthong.exchange.infrastructure.persistence;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.signer.evidence.Salt;

/** The audit log's writing end in PostgreSQL: one round trip a note. */
record JdbiAuditTrail(Handle handle, LedgerParts parts) implements AuditTrail {
    @Override
    public void append(AuditNote note) {
        byte[] salt = new byte[Salt.LENGTH];
        parts.random().nextBytes(salt);
        Dispatch dispatch = note.dispatch();
        byte[] body =
                AuditEntries.entry(note, parts.correlation().get()).toBytes().toArray();
        handle.createUpdate("""
                        with e as (
                            insert into audit_entry (id, dispatch, body, salt, at)
                            values (:id, cast(:dispatch as uuid), :body, :salt, :at) returning id)
                        insert into audit_pending (entry) select id from e""")
                .bind("id", parts.ids().next())
                .bindByType("dispatch", dispatch == null ? null : dispatch.id().value(), UUID.class)
                .bind("body", new String(body, StandardCharsets.UTF_8))
                .bind("salt", salt)
                .bind("at", note.at())
                .execute();
    }
}
