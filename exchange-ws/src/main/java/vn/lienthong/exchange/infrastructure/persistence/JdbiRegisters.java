package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.RegisterSettings;
import vn.lienthong.exchange.domain.register.Registers;

/** The registers in PostgreSQL. */
record JdbiRegisters(Handle handle) implements Registers {
    private static final String THIS = " agency = :agency and direction = :direction and year = :year ";

    @Override
    public RegisterSettings settings(OrganId agency) {
        return handle.createQuery("select own_series, on_confirmation from register_setting where agency = :agency")
                .bind("agency", agency.value())
                .map((row, context) -> new RegisterSettings(
                        Set.of((String[]) row.getArray("own_series").getArray()), row.getBoolean("on_confirmation")))
                .findFirst()
                .orElse(RegisterSettings.USUAL);
    }

    @Override
    public void configure(OrganId agency, RegisterSettings settings, Instant at, String by) {
        handle.createUpdate("""
                        insert into register_setting (agency, own_series, on_confirmation, changed_at, changed_by)
                        values (:agency, :ownSeries, :onConfirmation, :at, :by)
                        on conflict (agency) do update set own_series = excluded.own_series,
                            on_confirmation = excluded.on_confirmation, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by""")
                .bind("agency", agency.value())
                .bindArray(
                        "ownSeries",
                        String.class,
                        settings.ownSeries().stream().sorted().toArray())
                .bind("onConfirmation", settings.onConfirmation())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    @Override
    public Optional<Book> find(BookId book) {
        List<Place> counters = of(
                        handle.createQuery(
                                "select series, last_number from register_series where" + THIS + "order by series"),
                        book)
                .map((row, context) -> new Place(row.getString("series"), row.getInt("last_number")))
                .list();
        return of(handle.createQuery("select * from register where" + THIS), book)
                .map((row, context) -> RegisterRows.book(row, counters))
                .findFirst();
    }

    @Override
    public Book open(BookId book, Instant at) {
        if (!held(book, "share")) {
            // Incoming documents have one series: số đến is consecutive within the year (Decree 30/2020, Article 22).
            Set<String> ownSeries = book.direction() == Direction.OUTGOING
                    ? settings(book.agency()).ownSeries()
                    : Set.of();
            of(handle.createUpdate("""
                            insert into register (agency, direction, year, own_series, opened_at)
                            values (:agency, :direction, :year, :ownSeries, :at) on conflict do nothing"""), book)
                    .bindArray(
                            "ownSeries",
                            String.class,
                            ownSeries.stream().sorted().toArray())
                    .bind("at", at)
                    .execute();
            held(book, "share");
        }
        return find(book).orElseThrow();
    }

    @Override
    public Counter lock(BookId book, String series) {
        return counter(book, series).orElseGet(() -> {
            of(handle.createUpdate("""
                            insert into register_series (agency, direction, year, series)
                            values (:agency, :direction, :year, :series) on conflict do nothing"""), book).bind("series", series).execute();
            return counter(book, series).orElseThrow();
        });
    }

    private Optional<Counter> counter(BookId book, String series) {
        return of(
                        handle.createQuery("select last_number, last_at from register_series where" + THIS
                                + "and series = :series for update"),
                        book)
                .bind("series", series)
                .map((row, context) -> new Counter(row.getInt("last_number"), Columns.instant(row, "last_at")))
                .findFirst();
    }

    @Override
    public Optional<Requested> requested(String caller, IdempotencyKey key) {
        return handle.createQuery(RegisterRows.ENTRY + "where e.registered_by = :caller and e.request_key = :key")
                .bind("caller", caller)
                .bind("key", key.value())
                .map((row, context) -> new Requested(
                        RegisterRows.entry(row, context), Sha256Digest.of(row.getBytes("request_sha256"))))
                .findFirst();
    }

    @Override
    public Optional<RegisterEntry> ofDispatch(OrganId agency, Direction direction, DispatchId dispatch) {
        return handle.createQuery(
                        RegisterRows.ENTRY
                                + "where d.agency = :agency and d.direction = :direction and d.dispatch = :dispatch and d.in_force")
                .bind("agency", agency.value())
                .bind("direction", direction.wireName())
                .bind("dispatch", dispatch.value())
                .map(RegisterRows::entry)
                .findFirst();
    }

    @Override
    public boolean add(RegisterEntry entry, @Nullable Request request) {
        return new RegisterAdding(handle).add(entry, request)
                && (entry.binding().dispatch() == null
                        || bind(entry, entry.binding().dispatch()));
    }

    @Override
    public boolean bind(RegisterEntry entry, DispatchId dispatch) {
        return handle.createUpdate("""
                        insert into register_dispatch (entry, agency, direction, dispatch)
                        values (:entry, :agency, :direction, :dispatch) on conflict do nothing""")
                        .bind("entry", entry.id())
                        .bind("agency", entry.book().agency().value())
                        .bind("direction", entry.book().direction().wireName())
                        .bind("dispatch", dispatch.value())
                        .execute()
                == 1;
    }

    @Override
    public Optional<RegisterEntry> find(BookId book, UUID entry) {
        return of(handle.createQuery(RegisterRows.ENTRY + """
                        where e.id = :id and e.agency = :agency and e.direction = :direction and e.year = :year"""), book)
                .bind("id", entry)
                .map(RegisterRows::entry)
                .findFirst();
    }

    @Override
    public List<RegisterEntry> list(BookId book, EntryFilter filter, Place after, int most) {
        return new RegisterSearch(handle).list(book, filter, after, most);
    }

    // The counter's row stands for its entries: these are append-only, and cannot be locked by who may not change them.
    @Override
    public Optional<RegisterEntry> lockEntry(BookId book, UUID entry) {
        of(handle.createQuery("""
                        select true from register_entry e
                        join register_series s using (agency, direction, year, series)
                        join register r using (agency, direction, year)
                        where e.id = :id and agency = :agency and direction = :direction and year = :year
                        for update of s for share of r"""), book).bind("id", entry).mapTo(Boolean.class).list();
        return find(book, entry);
    }

    @Override
    public void cancel(UUID entry, Cancellation cancellation) {
        handle.createUpdate(
                        "insert into register_cancellation (entry, at, by, reason) values (:entry, :at, :by, :reason)")
                .bind("entry", entry)
                .bind("at", cancellation.at())
                .bind("by", cancellation.by())
                .bind("reason", cancellation.reason())
                .execute();
        handle.createUpdate("update register_dispatch set in_force = false where entry = :entry")
                .bind("entry", entry)
                .execute();
    }

    @Override
    public void addTo(UUID entry, Handover handover, @Nullable Sha256Digest document, Instant at, String by) {
        handle.createUpdate("""
                        insert into register_addition (entry, at, by, receiver, transferred_on, received_by, note,
                            document_sha256)
                        values (:entry, :at, :by, :receiver, :transferredOn, :receivedBy, :note, :document)""")
                .bind("entry", entry)
                .bind("at", at)
                .bind("by", by)
                .bind("receiver", handover.receiver())
                .bind("transferredOn", handover.transferredOn())
                .bind("receivedBy", handover.receivedBy())
                .bind("note", handover.note())
                .bind("document", document == null ? null : document.toArray())
                .execute();
    }

    @Override
    public Optional<Book> lockBook(BookId book) {
        return held(book, "update") ? find(book) : Optional.empty();
    }

    private boolean held(BookId book, String how) {
        return of(handle.createQuery("select true from register where" + THIS + "for " + how), book)
                .mapTo(Boolean.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public void close(BookId book, Instant at, String by, int entries, ContentRef xml) {
        of(handle.createUpdate("""
                        update register set closed_at = :at, closed_by = :by, entries = :entries, xml_sha256 = :xml,
                            xml_length = :length where""" + THIS), book)
                .bind("at", at)
                .bind("by", by)
                .bind("entries", entries)
                .bind("xml", xml.digest().toArray())
                .bind("length", xml.length())
                .execute();
    }

    @Override
    public void printed(BookId book, Closing.Print print) {
        of(handle.createUpdate("""
                        update register set pdf_sha256 = :pdf, pdf_length = :length, sealed_with = :key where""" + THIS), book)
                .bind("pdf", print.pdf().digest().toArray())
                .bind("length", print.pdf().length())
                .bind("key", print.sealedWith())
                .execute();
    }

    static <S extends SqlStatement<S>> S of(S statement, BookId book) {
        return statement
                .bind("agency", book.agency().value())
                .bind("direction", book.direction().wireName())
                .bind("year", book.year());
    }
}
