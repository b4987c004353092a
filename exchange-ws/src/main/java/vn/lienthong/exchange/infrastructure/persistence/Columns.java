package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentCode;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;

/** Columns as values. */
final class Columns {
    /** The columns of {@code dispatch d}, under names that no other table has. */
    static final String DISPATCH = """
            d.id as dispatch_id, d.message_type as dispatch_type, d.sender, d.document_id, d.business_type, \
            d.content_sha256, d.content_length, d.subject, d.code_number, d.code_notation, d.promulgation_date, \
            d.priority, d.accepted_at, d.submitted_by, d.channel""";

    private Columns() {}

    static Dispatch dispatch(ResultSet row) throws SQLException {
        return new Dispatch(
                new DispatchId(uuid(row, "dispatch_id")),
                MessageType.ofWireName(row.getString("dispatch_type")).orElseThrow(),
                new OrganId(row.getString("sender")),
                new DocumentId(row.getString("document_id")),
                BusinessType.ofCode(row.getInt("business_type")).orElseThrow(),
                new ContentRef(Sha256Digest.of(row.getBytes("content_sha256")), row.getLong("content_length")),
                row.getString("subject"),
                new DocumentCode(row.getString("code_number"), row.getString("code_notation")),
                row.getObject("promulgation_date", LocalDate.class),
                row.getInt("priority"),
                instant(row, "accepted_at"),
                row.getString("submitted_by"),
                Channel.valueOf(row.getString("channel")));
    }

    static @Nullable DocumentKind kindOrNull(ResultSet row, String column) throws SQLException {
        String kind = row.getString(column);
        return kind == null ? null : new DocumentKind(kind);
    }

    static @Nullable String textOrNull(@Nullable DocumentKind kind) {
        return kind == null ? null : kind.abbreviation();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static String[] texts(Collection<OrganId> ids) {
        return ids.stream().map(OrganId::value).toArray(String[]::new);
    }
}
