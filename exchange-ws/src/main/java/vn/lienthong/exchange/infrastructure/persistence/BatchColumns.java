package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.batch.BatchOrder;
import vn.lienthong.exchange.domain.batch.ItemState;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** Rows of batches as values. */
final class BatchColumns {
    static final String BATCH = """
            b.id, b.owner, b.key_alias, b.terms, b.image_sha256, b.image_length, b.created_at, b.documents, b.due, \
            b.pauses, b.waiting_for, b.cancelled_at, b.finished_at""";

    private BatchColumns() {}

    static BatchOrder order(ResultSet row) throws SQLException {
        return new BatchOrder(
                new BatchId(Columns.uuid(row, "id")),
                row.getString("owner"),
                row.getString("key_alias"),
                row.getString("terms"),
                content(row, "image"),
                Columns.instant(row, "created_at"));
    }

    static SignatureBatch batch(ResultSet row) throws SQLException {
        String waitingFor = row.getString("waiting_for");
        return new SignatureBatch(
                order(row),
                row.getInt("documents"),
                waitingFor == null ? null : FailureCode.valueOf(waitingFor),
                Columns.instant(row, "due"),
                optionalInstant(row, "cancelled_at"),
                optionalInstant(row, "finished_at"));
    }

    static BatchItem item(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        Array arguments = row.getArray("failure_arguments");
        return new BatchItem(
                row.getInt("position"),
                row.getString("name"),
                new ContentRef(Sha256Digest.of(row.getBytes("content_sha256")), row.getLong("content_length")),
                ItemState.valueOf(row.getString("state")),
                content(row, "signed"),
                failure == null
                        ? null
                        : Failure.of(
                                FailureCode.valueOf(failure),
                                arguments == null ? new String[0] : (String[]) arguments.getArray()),
                optionalInstant(row, "finished_at"));
    }

    static @Nullable ContentRef content(ResultSet row, String prefix) throws SQLException {
        byte[] digest = row.getBytes(prefix + "_sha256");
        return digest == null ? null : new ContentRef(Sha256Digest.of(digest), row.getLong(prefix + "_length"));
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
