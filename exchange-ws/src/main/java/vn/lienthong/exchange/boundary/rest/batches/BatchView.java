package vn.lienthong.exchange.boundary.rest.batches;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.batch.BatchRecords.Standing;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.domain.batch.BatchProgress;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** A batch as its owner sees it. */
@Schema(name = "SignatureBatch")
record BatchView(
        @Schema(required = true) String id,

        @Schema(
                required = true,
                description = "`finished`: each document is signed or refused",
                enumeration = {"open", "waiting", "finished"})
        String state,

        @Schema(required = true) String key,
        @Schema(required = true) Instant created,
        @Schema(required = true) int documents,
        @Schema(required = true) int signed,
        @Schema(required = true) int refused,

        @Schema(required = true, description = "Neither yet; some of them are being signed")
        int left,

        @Schema(required = true, description = "Documents a second in the last minute")
        double perSecond,

        @Schema(description = "When the rest is done if it goes on like this", nullable = true) @Nullable Instant expectedEnd,

        @Schema(description = "While it waits: the code of the failure that keeps it", nullable = true) @Nullable String waitingFor,

        @Schema(description = "While it waits: when it is tried again", nullable = true) @Nullable Instant nextTry,

        @Schema(nullable = true) @Nullable Instant cancelled,
        @Schema(nullable = true) @Nullable Instant finished,

        @Schema(description = "Until when results can be fetched", nullable = true) @Nullable Instant expires) {

    static BatchView of(Standing standing) {
        SignatureBatch batch = standing.batch();
        BatchProgress progress = standing.progress();
        FailureCode waitingFor = batch.finishedAt() == null ? batch.waitingFor() : null;
        return new BatchView(
                batch.order().id().toString(),
                batch.finishedAt() != null ? "finished" : waitingFor != null ? "waiting" : "open",
                batch.order().keyAlias(),
                batch.order().createdAt(),
                batch.documents(),
                progress.signed(),
                progress.refused(),
                progress.pending() + progress.claimed(),
                Math.round(progress.rate() * 10) / 10.0,
                standing.end(),
                waitingFor == null ? null : waitingFor.code(),
                waitingFor == null ? null : batch.due(),
                batch.cancelledAt(),
                batch.finishedAt(),
                standing.expires());
    }

    /** A slice of the caller's batches. */
    @Schema(name = "SignatureBatchPage", description = "Newest first")
    record BatchPage(
            @Schema(required = true) List<BatchView> items,

            @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

        static BatchPage of(List<Standing> rows, Page page) {
            return new BatchPage(rows.stream().map(BatchView::of).toList(), Cursor.next(page, rows));
        }
    }
}
