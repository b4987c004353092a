package vn.lienthong.exchange.infrastructure.persistence;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.Registers.Request;

/** Writes a new entry under the number that its counter is brought to. */
record RegisterAdding(Handle handle) {

    /** False if something of it has an entry already. Two statements: the entry is compared with its counter. */
    boolean add(RegisterEntry entry, @Nullable Request request) {
        JdbiRegisters.of(handle.createUpdate("""
                                update register_series set last_number = :number, last_at = :at
                                where agency = :agency and direction = :direction and year = :year and series = :series"""), entry.book())
                .bind("series", entry.place().series())
                .bind("number", entry.place().number())
                .bind("at", entry.registeredAt())
                .execute();
        EntryColumns columns = entry.columns();
        Handover handover = entry.handover();
        Sha256Digest document = entry.binding().document();
        return JdbiRegisters.of(handle.createUpdate("""
                        insert into register_entry (id, agency, direction, year, series, number, registered_at, registered_on,
                            registered_by, kind, type_name, notation, document_date, subject, author, signer, recipients,
                            copies, receiver, transferred_on, received_by, note, document_sha256, request_key,
                            request_sha256, words)
                        values (:id, :agency, :direction, :year, :series, :number, :at, :on, :by, :kind, :typeName, :notation,
                            :documentDate, :subject, :author, :signer, :recipients, :copies, :receiver, :transferredOn,
                            :receivedBy, :note, :document, :key, :asked,
                            register_words(:agency, :direction, :year, :found))
                        on conflict do nothing"""), entry.book())
                        .bind("id", entry.id())
                        .bind("series", entry.place().series())
                        .bind("number", entry.place().number())
                        .bind("at", entry.registeredAt())
                        .bind("on", entry.registeredOn())
                        .bind("by", entry.registeredBy())
                        .bind("kind", columns.kind())
                        .bind("typeName", columns.typeName())
                        .bind("notation", columns.notation())
                        .bind("documentDate", columns.documentDate())
                        .bind("subject", columns.subject())
                        .bind("author", columns.author())
                        .bind("signer", columns.signer())
                        .bind("recipients", columns.recipients())
                        .bind("copies", columns.copies())
                        .bind("receiver", handover.receiver())
                        .bind("transferredOn", handover.transferredOn())
                        .bind("receivedBy", handover.receivedBy())
                        .bind("note", handover.note())
                        .bind("document", document == null ? null : document.toArray())
                        .bind("key", request == null ? null : request.key().value())
                        .bind("asked", request == null ? null : request.asked().toArray())
                        .bind("found", words(entry))
                        .execute()
                == 1;
    }

    private static String words(RegisterEntry entry) {
        EntryColumns columns = entry.columns();
        return String.join(
                " ",
                entry.code(),
                entry.place().printed(),
                columns.typeName(),
                columns.subject(),
                columns.author(),
                columns.signer(),
                columns.recipients(),
                entry.handover().receiver());
    }
}
