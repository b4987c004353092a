package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Rows of the registers as values. */
final class RegisterRows {
    /** An entry with the last that was added to it. */
    static final String ENTRY = """
            select e.id, e.agency, e.direction, e.year, e.series, e.number, e.registered_at, e.registered_on, e.registered_by,
                e.kind, e.type_name, e.notation, e.document_date, e.subject, e.author, e.signer, e.recipients, e.copies,
                e.request_sha256, coalesce(a.receiver, e.receiver) as receiver,
                coalesce(a.transferred_on, e.transferred_on) as transferred_on,
                coalesce(a.received_by, e.received_by) as received_by, coalesce(a.note, e.note) as note,
                coalesce(a.document_sha256, e.document_sha256) as document_sha256,
                d.dispatch, c.reason, c.at as cancelled_at, c.by as cancelled_by
            from register_entry e
            left join lateral (select * from register_addition a where a.entry = e.id order by a.position desc limit 1) a on true
            left join register_cancellation c on c.entry = e.id
            left join register_dispatch d on d.entry = e.id
            """;

    private RegisterRows() {}

    static RegisterEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new RegisterEntry(
                Columns.uuid(row, "id"),
                book(row),
                new Place(row.getString("series"), row.getInt("number")),
                Columns.instant(row, "registered_at"),
                row.getObject("registered_on", LocalDate.class),
                row.getString("registered_by"),
                new EntryColumns(
                        row.getString("kind"),
                        row.getString("type_name"),
                        row.getString("notation"),
                        row.getObject("document_date", LocalDate.class),
                        row.getString("subject"),
                        row.getString("author"),
                        row.getString("signer"),
                        row.getString("recipients"),
                        row.getObject("copies", Integer.class)),
                new Handover(
                        row.getString("receiver"),
                        row.getObject("transferred_on", LocalDate.class),
                        row.getString("received_by"),
                        row.getString("note")),
                new Binding(dispatch(row), digest(row, "document_sha256")),
                cancellation(row));
    }

    static Book book(ResultSet row, List<Place> counters) throws SQLException {
        return new Book(
                book(row),
                Set.of((String[]) row.getArray("own_series").getArray()),
                Columns.instant(row, "opened_at"),
                counters,
                closing(row));
    }

    static @Nullable Sha256Digest digest(ResultSet row, String column) throws SQLException {
        byte[] octets = row.getBytes(column);
        return octets == null ? null : Sha256Digest.of(octets);
    }

    private static BookId book(ResultSet row) throws SQLException {
        return new BookId(
                new OrganId(row.getString("agency")),
                Direction.ofWireName(row.getString("direction")).orElseThrow(),
                row.getInt("year"));
    }

    private static @Nullable DispatchId dispatch(ResultSet row) throws SQLException {
        return row.getObject("dispatch") == null ? null : new DispatchId(Columns.uuid(row, "dispatch"));
    }

    private static @Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "cancelled_at");
        return at == null ? null : new Cancellation(row.getString("reason"), at, row.getString("cancelled_by"));
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "closed_at");
        Sha256Digest xml = digest(row, "xml_sha256");
        if (at == null || xml == null) {
            return null;
        }
        Sha256Digest pdf = digest(row, "pdf_sha256");
        return new Closing(
                at,
                row.getString("closed_by"),
                row.getInt("entries"),
                new ContentRef(xml, row.getLong("xml_length")),
                pdf == null
                        ? null
                        : new Closing.Print(
                                new ContentRef(pdf, row.getLong("pdf_length")), row.getString("sealed_with")));
    }
}
