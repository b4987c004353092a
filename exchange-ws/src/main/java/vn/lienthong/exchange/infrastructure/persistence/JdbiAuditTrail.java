package vn.lienthong.exchange.infrastructure.persistence;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** The audit log's writing end in PostgreSQL: one round trip, however many notes. */
record JdbiAuditTrail(Handle handle, LedgerParts parts) implements AuditTrail {
    @Override
    public void append(AuditNote note) {
        append(List.of(new Attributed(note, parts.correlation().get())));
    }

    @Override
    public void append(List<Attributed> notes) {
        handle.createUpdate("""
                        with e as (
                            insert into audit_entry (id, dispatch, body, salt, at)
                            select n.id, n.dispatch, n.body, decode(n.salt, 'hex'), n.at::timestamptz
                            from unnest(:id, :dispatch, :body, :salt, :at) as n (id, dispatch, body, salt, at)
                            returning id)
                        insert into audit_pending (entry) select id from e order by id""")
                .bindArray("id", UUID.class, each(notes, note -> parts.ids().next()))
                .bindArray("dispatch", UUID.class, each(notes, note -> dispatch(note.note())))
                .bindArray("body", String.class, each(notes, JdbiAuditTrail::body))
                .bindArray("salt", String.class, each(notes, note -> salt()))
                .bindArray(
                        "at", String.class, each(notes, note -> note.note().at().toString()))
                .execute();
    }

    /** In hexadecimal: the driver makes no array of octets from a list. */
    private String salt() {
        return HexFormat.of().formatHex(parts.newSalt());
    }

    private static @Nullable UUID dispatch(AuditNote note) {
        Dispatch dispatch = note.dispatch();
        return dispatch == null ? null : dispatch.id().value();
    }

    private static String body(Attributed note) {
        return AuditEntries.body(note.note(), note.correlationId());
    }

    private static @Nullable Object[] each(List<Attributed> notes, Function<Attributed, @Nullable Object> value) {
        return notes.stream().map(value).toArray();
    }
}
