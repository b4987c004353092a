package vn.lienthong.exchange.boundary.rest.setaside;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.RestoreJob;

/** How far restoring many has come. */
@Schema(name = "Restore")
record RestoreView(
        @Schema(required = true, format = "uuid") String id,

        @Schema(required = true, description = "`running` or `finished`")
        String state,

        @Schema(required = true, description = "How many were set aside when it was asked for")
        int matched,

        @Schema(required = true, description = "How many are back on their lists")
        int restored,

        @Schema(required = true) Instant createdAt,
        @Schema(nullable = true) @Nullable Instant finishedAt) {

    static RestoreView of(RestoreJob job) {
        return new RestoreView(
                job.id().toString(),
                job.finishedAt() == null ? "running" : "finished",
                job.matched(),
                job.restored(),
                job.createdAt(),
                job.finishedAt());
    }
}
